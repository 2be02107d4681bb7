'use strict';
/* Comparisons as tables: values, ratio, interval and the words that the interval allows. */
(() => {
  const {element, find, tables, about, format} = iomodels;
  const data = iomodels.data;
  const signs = {MORE: '▲', LESS: '▼', SAME: '=', SLIGHT: '≈', MORE_UNSETTLED: '△', LESS_UNSETTLED: '▽', INCONCLUSIVE: '?', NONE: '–'};
  const ratio = value => (value >= 10 ? format.digits(value, 3) : value >= 0.1 ? value.toFixed(3) : format.digits(value, 3));
  const given = value => value !== null && value !== undefined;

  /** An interval drawn on a logarithmic line: 1 in the middle, ±δ as a band. */
  const strip = (line, delta, span) => {
    const svg = (tag, attributes) => {
      const made = document.createElementNS('http://www.w3.org/2000/svg', tag);
      for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
      return made;
    };
    const x = value => (45 + 42 * Math.max(-1, Math.min(1, Math.log(value) / span))).toFixed(1);
    const drawn = svg('svg', {viewBox: '0 0 90 16', width: 90, height: 16, class: 'strip', 'aria-hidden': 'true'});
    drawn.append(svg('rect', {class: 'strip-delta', x: x(1 / (1 + delta)), y: 1, width: x(1 + delta) - x(1 / (1 + delta)), height: 14}), svg('path', {class: 'strip-one', d: 'M45,0V16'}));
    if (given(line.lo) && given(line.hi)) drawn.append(svg('path', {class: 'strip-interval', d: 'M' + x(line.lo) + ',8H' + x(line.hi)}));
    drawn.append(svg('circle', {class: line.decided ? 'strip-ratio' : 'strip-ratio strip-open', cx: x(line.ratio), cy: 8, r: 3}));
    return drawn;
  };

  const spanOf = lines => Math.max(0.1, ...lines.filter(line => given(line.ratio)).flatMap(line => [line.ratio, line.lo, line.hi].filter(v => v > 0).map(v => Math.abs(Math.log(v))))) * 1.02;
  const value = (cell, metric) => {
    const number = find.number(cell, metric);
    return number ? tables.number(format.unit(find.metric(metric).unit).value(number.v), cell, metric) : '–';
  };

  /** Of the same model on other JDKs, the JDK is enough. */
  const against = (family, line, base) => {
    if (family.kind === 'jdks' && base) return 'JDK ' + base.jdk;
    return two(family) && line.baseline === line.contender ? 'the same' : about.name(line.baseline, base);
  };
  const two = family => family.kind === 'runs' || family.kind === 'ratios';

  const row = (family, line, span, {bare, noted}) => {
    const plain = family.kind !== 'ratios', cell = find.cell(two(family) ? 1 : 0, family.scenario, line.contender), base = find.cell(0, family.scenario, line.baseline);
    const name = about.name(line.contender, cell || base);
    if (!given(line.ratio)) return [name, line.note || line.verdict || 'nothing to compare'];
    const range = given(line.lo) && given(line.hi) ? '[' + ratio(line.lo) + ',\u00a0' + ratio(line.hi) + ']' : 'none';
    return [name, ...(bare ? [] : [against(family, line, base)]), plain ? value(base, family.metric) : '', plain ? value(cell, family.metric) : '', ratio(line.ratio), range, strip(line, family.delta, span),
      element('span', {class: line.decided ? 'verdict decided' : 'verdict'}, element('span', {class: 'sign', 'aria-hidden': 'true'}, signs[line.kind] || ''), ' ', line.verdict || '–', noted && line.note ? element('span', {class: 'aside'}, '; ' + line.note) : null)];
  };

  /** Why lines cannot be compared, each reason once with those that it holds for. */
  const reasons = lines => {
    const found = new Map();
    for (const line of lines) found.set(line.note || line.verdict, [...(found.get(line.note || line.verdict) || []), line.contender]);
    return [...found].map(([why, who]) => who.join(', ') + (why ? ': ' + why : '')).join('; ') + '.';
  };

  /** Families of one kind, scenario and metric. */
  const table = families => {
    const [first] = families, lines = families.flatMap(family => family.lines), span = spanOf(lines);
    if (!lines.some(line => given(line.ratio))) return [element('p', {class: 'under'}, first.subject + ': nothing to compare: ' + reasons(lines))];
    /* What is the same in every row is said once, below. */
    const bare = two(first) && lines.every(line => line.baseline === line.contender);
    const notes = new Set(lines.filter(line => given(line.ratio)).map(line => line.note || '')), noted = notes.size > 1;
    const columns = [{title: 'contender'}, ...(bare ? [] : [{title: 'against', words: true}]), {title: two(first) ? 'in A' : 'baseline'}, {title: two(first) ? 'in B' : 'value'}, {title: 'ratio'}, {title: 'interval'}, {title: ''}, {title: 'verdict', words: true, wide: true}];
    return [
      tables.make(first.subject + ': ' + first.title, columns, families.flatMap(family => family.lines.map(line => row(family, line, span, {bare, noted})))),
      element('p', {class: 'under'}, [...new Set([...families.map(family => family.summary), ...(noted ? [] : notes)])].filter(text => text).join('; '))
    ];
  };

  const grouped = (families, key) => {
    const found = new Map();
    for (const family of families) found.set(key(family), [...(found.get(key(family)) || []), family]);
    return [...found];
  };
  const real = families => {
    const all = families.flatMap(family => family.lines).filter(line => given(line.ratio)), lines = all.filter(line => line.kind !== 'NONE'), without = all.length - lines.length;
    if (!all.length) return 'nothing to compare';
    if (!lines.length) return 'no verdict: ' + (data.runs.some(run => run.badge.kind === 'SMOKE') ? 'not a measurement' : 'too few forks');
    const real = lines.filter(line => line.decided && line.kind !== 'SAME').length;
    return real + ' of ' + lines.length + (real === 1 ? ' differs' : ' differ') + (without ? ', ' + without + ' without a verdict' : '');
  };

  const legend = delta => 'Drawn between interval and verdict: the ratio with its interval, on a logarithmic scale for each table; hollow where nothing is decided. In the grey band, ±'
    + Number((delta * 100).toFixed(2)) + ' % around no difference, a difference is too small to matter.';

  /** All families of these kinds, a fold for each scenario; null if there is none. */
  iomodels.verdicts = (kind, title, open = false) => {
    const families = data.families.filter(family => [kind].flat().includes(family.kind) && family.lines.length);
    if (!families.length) return null;
    const scenarios = grouped(families, family => family.scenario);
    return element('div', {class: 'verdicts'}, element('h3', {}, title), element('p', {class: 'under'}, legend(families[0].delta)), ...scenarios.map(([scenario, own], at) =>
      iomodels.lazy([element('span', {class: 'what'}, scenario), ' ', element('span', {class: 'aside'}, [...new Set(own.map(family => family.subject))].join(', ') + ': ' + real(own))],
        () => grouped(own, family => family.kind + family.metric).flatMap(([, same]) => table(same)), {open: open || at === 0})));
  };

  iomodels.section({id: 'differences', title: 'B against A', nav: 'B against A', build() {
    return data.kind === 'comparison' ? [iomodels.verdicts(['runs', 'ratios'], 'Which differences between the runs are real', true)] : [];
  }});
})();
