'use strict';
/* The forest of ratios: a row for each contender against its baseline, with the band of ±δ within which a difference does not matter. */
iomodels.chart({
  id: 'ratios',
  title: 'Which differences are real?',
  figures: data => {
    const found = new Map(), control = new Map();
    for (const family of data.families) {
      const key = JSON.stringify([family.kind, family.scenario, family.metric]);
      const into = family.kind === 'control' ? control : found;
      into.set(key, [...(into.get(key) || []), family]);
    }
    return [...found.values()].map(families => {
      const [{scenario, metric}] = families;
      return iomodels.ratios(data, families, families[0].kind === 'models' ? control.get(JSON.stringify(['control', scenario, metric])) || [] : []);
    });
  }
});

iomodels.ratios = (data, families, controls) => {
  const C = iomodels.charted, F = iomodels.format, [{kind, scenario, metric, delta}] = families, about = C.metric(data, metric);
  const kinds = {models: 'models on the same JDK', jdks: 'the same model on other JDKs', runs: 'B against A', ratios: 'ratios to the baseline, B against A'}, two = kind === 'runs' || kind === 'ratios';
  const found = new Map();
  for (const cell of data.cells) if (data.scenarios[cell.scenario].name === scenario) found.set(cell.contender, cell);
  const modelOf = line => found.get(line.contender);
  const text = data.scenarios.find(one => one.name === scenario) || {text: ''};

  /** A slide shows the newest JDK: of models the family with its baseline, of two runs its lines. */
  const place = contender => data.jdks.findIndex(jdk => contender.endsWith('@' + jdk.label)), newest = Math.max(...families.flatMap(family => family.lines.map(line => place(line.contender))));
  const chosen = slide => (slide && kind === 'models' ? [families.reduce((best, family) => (place(family.baseline) > place(best.baseline) ? family : best))] : families);
  const name = line => line.contender + (two && line.baseline !== line.contender && kind === 'runs' ? ' (A: ' + line.baseline + ')' : '');
  /** Rows: a heading for each baseline, then its lines, then the controls. */
  const rowsOf = slide => {
    const rows = [];
    for (const family of chosen(slide)) {
      let lines = family.lines;
      if (slide) {
        if (two) lines = lines.filter(line => place(line.contender) === newest);
        const shown = C.telling(data, [...new Set(lines.map(line => (modelOf(line) || {line: 0}).line))]);
        lines = lines.filter(line => shown.includes((modelOf(line) || {line: 0}).line)).slice(0, 5);
      }
      if (kind === 'models' || family.lines.some(line => line.baseline === family.baseline))
        rows.push({heading: 'against ' + family.baseline});
      rows.push(...lines.map(line => ({line})));
    }
    if (controls.length && !slide) rows.push({heading: 'A/A control: the same contender twice'}, ...controls.flatMap(family => family.lines.map(line => ({line, control: true}))));
    return slide ? rows.slice(0, 8) : rows;
  };
  const lines = families.flatMap(family => family.lines);

  const option = (theme, slide, size) => {
    const sheet = iomodels.sheet(theme, slide, size), {type, ink} = sheet, rows = rowsOf(slide), D = 1 + delta;
    const known = rows.filter(row => row.line && row.line.ratio);
    const values = [1 / D, D, ...known.flatMap(({line}) => [line.ratio, line.lo || line.ratio, line.hi || line.ratio])];
    const format = v => '×' + F.tick(v), [least, most] = iomodels.scale.extent(values);
    const near = known.filter(({line}) => line.ratio > 0.75 && line.ratio < 1 / 0.75);
    const two = most / least > 4 && near.length > 0 && !slide;
    const say = row => { const words = row.line.verdict || row.line.note || ''; return slide ? words.split(';')[0] : words; };
    const left = Math.min(size.width * 0.3, Math.max(...rows.map(row => (row.line ? sheet.wide(name(row.line)) : 0))) + type.text * 2.2);
    const right = Math.min(size.width * 0.4, Math.max(0, ...rows.map(row => (row.line ? sheet.wide(say(row)) : 0))) + type.text * 1.2);
    const top = type.text * 2.6, bottom = type.text * 4, gap = type.text * 4, band = '±' + F.tick(delta * 100) + ' %', tall = size.height - top - bottom, step = tall / rows.length;
    const room = size.width - left - right, y = iomodels.scale.bands(rows.map(() => ''), true);
    const boxes = two ? [{x: left, width: (room - gap) * 0.45}, {x: left + (room - gap) * 0.45 + gap, width: (room - gap) * 0.55}] : [{x: left, width: room}];
    const close = near.flatMap(({line}) => [line.ratio, line.lo || line.ratio, line.hi || line.ratio]);
    const panels = boxes.map((box, i) => sheet.panel({...box, y: top, height: tall}, iomodels.scale.log(i ? [1 / D / D, D * D, ...close] : values, {format, least: 1.3}), y,
      {yLabels: false, xSplit: true, ySplit: false, title: two ? ['all', 'near ×1, with the band of ' + band][i] : '', xName: i ? '' : about.label + ', ratio (log)'}));
    panels.forEach(at => {
      sheet.rect(at.px(1 / D), top, at.px(D) - at.px(1 / D), tall, ink.band);
      sheet.stroke([[at.px(1), top], [at.px(1), top + tall]], ink.line, {width: type.thin * 1.5, z: 2});
      if (!two) sheet.text(at.px(1), top - type.text * 0.8, band, {align: 'center', color: ink.soft});
    });
    rows.forEach((row, i) => {
      const py = top + (i + 0.5) * step;
      if (row.heading) { sheet.text(0, py + step * 0.1, row.heading, {bold: true}); if (i) sheet.stroke([[0, py - step / 2], [size.width, py - step / 2]], ink.line, {z: 0, opacity: 0.6}); return; }
      const {line} = row, cell = modelOf(line);
      const look = cell && !row.control ? iomodels.palette.of(data, cell.line, theme) : {color: ink.line, marker: 'circle', dash: []};
      sheet.text(left - type.text * 1.8, py, name(line), {align: 'right'});
      sheet.glyph(left - type.text * 0.9, py, look);
      sheet.text(size.width - right + type.text, py, sheet.fit(say(row), right - type.text), {color: line.decided ? ink.text : ink.soft});
      if (line.ratio) panels.forEach((at, p) => {
        if (p && !near.includes(row)) { sheet.text(line.ratio < 1 ? at.box.x + type.text * 0.4 : at.box.x + at.box.width - type.text * 0.4, py, line.ratio < 1 ? '◂ ' + format(+line.ratio.toPrecision(3)) : format(+line.ratio.toPrecision(3)) + ' ▸', {align: line.ratio < 1 ? 'left' : 'right', color: ink.soft}); return; }
        if (line.lo) sheet.whisker(at.px(line.lo), py, at.px(line.hi), py, look.color);
        sheet.points(at, [{x: line.ratio, y: i, hollow: !line.decided, tip: [kind === 'runs' ? 'B: ' + line.contender + ' against A: ' + line.baseline : line.contender + ' against ' + line.baseline, '×' + F.short(line.ratio) + (line.lo ? ', ' + F.tick(line.confidence * 100) + ' % interval [' + F.short(line.lo) + ', ' + F.short(line.hi) + ']' : ''), line.verdict, line.note].filter(Boolean)}], look);
      });
    });
    return sheet.option();
  };
  /* only intervals that have a verdict are widened to hold together; others, and a control's, hold each for itself */
  const barred = lines.filter(line => line.lo), checks = controls.flatMap(family => family.lines).filter(line => line.lo);
  const levels = of => [...new Set(of.map(line => F.tick(+(line.confidence * 100).toFixed(2)) + ' %'))].join(' or ');
  const sure = !barred.length ? 'no intervals'
    : (barred.every(line => line.kind !== 'NONE') ? 'bars: ' + levels(barred) + ' intervals, all of a family together 95 %' : 'bars: intervals, each for itself: ' + levels(barred))
      + (checks.length && levels(checks) !== levels(barred) ? '; control: ' + levels(checks) : '') + '; filled: decided, hollow: not';
  const run = two ? data.runs.length - 1 : 0, ids = data.runs.map(one => one.id);
  const made = iomodels.figures.make(data, run, {
    ...(two ? {runs: data.runs} : {}), key: 'ratios-' + kind + '-' + iomodels.slug(scenario) + '-' + iomodels.slug(metric), chart: 'ratios', choice: {scenario, metric: about.label, compared: kinds[kind] || kind},
    title: {models: 'Which model is better, and is that certain?', jdks: 'Does another JDK change it, and is that certain?'}[kind] || 'What changed from run to run, and is that certain?',
    subtitle: about.label + ', ' + (kind === 'runs' ? 'ratio B ÷ A' : kind === 'ratios' ? 'ratio to the baseline, that in B ÷ that in A' : 'ratio to the baseline') + '; ' + scenario + ': ' + text.text + '; ' + (C.words[text.kind] || '') + '; ' + sure,
    alt: 'Forest plot of ' + about.label + ' ratios in scenario ' + scenario + ': ' + families.map(family => family.summary).join('; '),
    how: (two ? 'A is the run ' + ids[0] + ', B the run ' + ids[1] + '. A row for each contender; ×1: B ' + (kind === 'runs' ? 'is like A.' : 'has the same ratio to the baseline as A.') : 'A row for each contender; ×1 is the baseline.') + ' In the grey band a difference is too small to matter (±' + F.tick(delta * 100) + ' %). ' + (barred.length ? 'A bar that touches ×1 could be no difference at all. ' : '') + 'The words on the right are the verdict.',
    width: 1040, height: 80 + 23 * rowsOf(false).length, option, most: 5,
    more: (on, slide) => [...(slide && chosen(slide).length > 1 ? [] : chosen(slide).map(family => family.summary)), ...(kind === 'runs' ? ['between-run variance is not included in the intervals'] : [])],
    slideNotes: () => { const n = rowsOf(true).filter(row => row.line).length; return n < lines.length ? [n + ' of ' + lines.length + ' shown'] : []; },
    numbers: () => {
      const named = new Set(lines.flatMap(line => [line.contender, line.baseline]));
      return data.cells.filter(cell => data.scenarios[cell.scenario].name === scenario && named.has(cell.contender) && C.number(cell, metric)).map(cell => C.id(data, cell, metric));
    },
    rows: () => ({head: ['contender', 'baseline', 'ratio', 'low', 'high', 'confidence', 'verdict', 'note'], rows: [...families, ...controls].flatMap(family => family.lines).map(line => [line.contender, line.baseline, ...[line.ratio, line.lo, line.hi, line.confidence].map(v => (v ? String(+v.toPrecision(6)) : '')), line.verdict || '', line.note || ''])})
  });
  return made;
};
