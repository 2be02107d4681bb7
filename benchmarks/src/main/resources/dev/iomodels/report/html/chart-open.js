'use strict';
/* The open loop: response times against the offered rate, a column for each quantile, a row for each JDK; a cross where the rate was not kept. */
iomodels.chart({
  id: 'open',
  title: 'How long does somebody wait, with more and more arriving?',
  figures: data => iomodels.charted.groups(data, 'open').flatMap(group => (group.steps.length > 1 ? [iomodels.openCurve(data, group)] : [iomodels.openDots(data, group, group.steps[0])]).filter(Boolean))
});

iomodels.openMetrics = [['response-p50', 'p50'], ['response-p99', 'p99'], ['response-p99.9', 'p99.9']];

/** Lines on the rates that were not kept, shorter on a slide, and on cells that only some forks speak for. */
iomodels.notKept = (data, cells, slide) => {
  const C = iomodels.charted, F = iomodels.format, rate = cell => F.whole(data.scenarios[cell.scenario].rate), at = cell => C.named(data, cell) + ' at ' + rate(cell) + '/s';
  const back = cell => { const v = cell.achieved || (C.number(cell, 'achieved') || {}).v; return v ? ': ' + F.short(v) + '/s came back' : ''; };
  const alike = (list, by, of) => { const found = new Map(); for (const cell of list) found.set(by(cell), [...(found.get(by(cell)) || []), of(cell)]); return [...found]; };
  const lost = cells.filter(C.missed), some = cells.filter(cell => C.partly(cell).length);
  const words = slide ? alike(lost, cell => C.named(data, cell), cell => rate(cell) + '/s').map(([who, rates]) => who + ' at ' + C.listed(rates, 3)) : lost.map(cell => at(cell) + back(cell));
  return [...(lost.length ? ['✕ rate not kept: ' + C.listed(words, 8)] : []), ...alike(some, cell => C.partly(cell)[0], at).map(([why, who]) => C.listed(who, slide ? 3 : 8) + ': ' + why)];
};

iomodels.openCurve = (data, group) => {
  const C = iomodels.charted, F = iomodels.format, metrics = iomodels.openMetrics;
  const rateOf = cell => data.scenarios[cell.scenario].rate, {missed} = C;
  const cells = group.cells.filter(cell => C.compared(data, cell) && (cell.status === 'saturated' || metrics.some(([metric]) => C.number(cell, metric))));
  const timed = cells.filter(cell => cell.status === 'measured');
  if (!cells.length) return null;
  const jdks = C.jdks(data, cells), models = C.models(cells), rates = group.steps.map(step => step.scenario.rate);

  const option = (theme, slide, size) => {
    const sheet = iomodels.sheet(theme, slide, size), {type, ink} = sheet;
    const rows = slide ? jdks.slice(-1) : jdks, shown = slide ? C.telling(data, models) : models, of = cell => shown.includes(cell.line) && rows.includes(cell.jdk);
    const drawn = timed.filter(of), values = drawn.flatMap(cell => metrics.map(([metric]) => C.number(cell, metric)).filter(Boolean).flatMap(n => [n.v, n.lo || n.v, n.hi || n.v, ...n.forks]));
    const y = iomodels.scale.log(values.length ? values : [1e6, 1e9], {format: F.unit('ns').tick, least: 2});
    const ends = sheet.endsWide(shown.map(model => C.label(data, model))), left = type.text * 5, top = type.text * 4, bottom = type.text * 4, gap = type.text * 1.8, between = type.text * 5.4;
    const width = (size.width - left - ends - gap * 2) / 3, height = (size.height - top - bottom - between * (rows.length - 1)) / rows.length;
    const x = sheet.widen(iomodels.scale.log(rates, {format: F.tick, ticks: rates}), rates, width, shown.length);
    rows.forEach((jdk, row) => metrics.forEach(([metric, name], column) => {
      const box = {x: left + column * (width + gap), y: top + row * (height + between), width, height}, labels = [];
      const at = sheet.panel(box, x, y, {yLabels: column === 0, xSplit: true, xName: row === rows.length - 1 ? 'offered, pages/s' : ''});
      sheet.text(box.x, box.y - type.text * 1.9, name + (jdks.length > 1 ? ', JDK ' + jdk : ''), {bold: true});
      shown.forEach((model, i) => {
        const look = iomodels.palette.of(data, model, theme);
        const mine = cells.filter(cell => cell.line === model && cell.jdk === jdk).sort((a, b) => rateOf(a) - rateOf(b));
        const spots = mine.filter(cell => cell.status === 'measured' && C.number(cell, metric)).map(cell => ({cell, n: C.number(cell, metric), x: x.beside(rateOf(cell), i)}));
        sheet.line(at, spots.map(s => [s.x, s.n.v]), look);
        spots.forEach(s => s.n.lo !== undefined && sheet.whisker(at.px(s.x), at.py(s.n.lo), at.px(s.x), at.py(s.n.hi), look.color));
        sheet.points(at, spots.map(s => ({x: s.x, y: s.n.v, hollow: s.cell.red.length > 0 || s.n.footing === 'thin', tip: iomodels.figures.tip(data, s.cell, metric, F.whole(rateOf(s.cell)) + ' pages/s offered')})), look);
        /* crosses stand in a strip above the panel, as a cell whose forks were all saturated has no response time */
        mine.filter(missed).forEach(cell => sheet.glyph(at.px(x.beside(rateOf(cell), i)), box.y - type.text * 0.7, {color: look.color, marker: 'cross'}, {scale: 0.9}));
        const last = spots[spots.length - 1];
        if (last && column === 2) labels.push({x: at.px(last.x), y: at.py(last.n.v), text: C.label(data, model), look});
        else if (column === 2 && mine.length) labels.push({x: at.px(rateOf(mine[mine.length - 1])), y: box.y - type.text * 0.7, text: C.label(data, model), look});
      });
      sheet.stroke([[box.x, box.y], [box.x + width, box.y]], ink.grid);
      if (labels.length) sheet.ends(box.x + width + type.text * 0.5, box.y - type.text * 0.5, box.y + height, labels);
    }));
    return sheet.option();
  };
  return iomodels.figures.make(data, group.run, {
    key: 'open-' + iomodels.slug(group.name), chart: 'open', choice: {pages: group.name}, title: 'How long does somebody wait, with more and more arriving?',
    subtitle: 'response time (log); ' + group.name + '; ' + C.words.open + '; ' + C.whiskers(timed) + '; ✕ above: the rate was not kept',
    alt: 'Response times p50, p99 and p99.9 against offered rates of ' + F.whole(rates[0]) + ' to ' + F.whole(rates[rates.length - 1]) + ' pages/s for ' + models.map(m => C.label(data, m)).join(', '),
    how: 'Pages are due on a schedule, whether or not earlier ones came back, so a stall is in the time of every page that it held up. A cross above the panel: the rate was not kept (less than 99 % of it came back, a fork failed or was saturated, or a gate is red); where some forks kept it, their times are drawn. Hollow: fewer than 100 samples lie beyond it in some fork, or a gate is red.',
    width: 1040, height: 100 + 280 * jdks.length, option, models, metrics: metrics.map(([metric]) => metric), cells: timed,
    missing: group.cells.filter(cell => cell.status !== 'saturated'), more: (on, slide) => iomodels.notKept(data, cells.filter(on), slide),
    onSlide: () => C.among(models, C.telling(data, models), jdks[jdks.length - 1]),
    slideNotes: () => { const n = C.telling(data, models).length, some = []; if (n < models.length) some.push(n + ' of ' + models.length + ' shown'); if (jdks.length > 1) some.push('JDK ' + jdks[jdks.length - 1] + ' of ' + jdks.join(', ')); return some; }
  });
};

/** One rate only: a row for each contender. */
iomodels.openDots = (data, group, step) => {
  const C = iomodels.charted, metrics = iomodels.openMetrics, {scenario} = step;
  const cells = iomodels.rows.order(data, C.drawn(data, step.cells).filter(cell => metrics.some(([metric]) => C.number(cell, metric))), false);
  if (!cells.length) return null;
  return iomodels.figures.make(data, group.run, {
    key: 'open-' + iomodels.slug(scenario.name), chart: 'open', choice: {pages: scenario.name + ': ' + scenario.text}, title: 'How long does somebody wait, at ' + iomodels.format.whole(scenario.rate) + ' pages a second?',
    subtitle: 'response time; ' + scenario.name + ': ' + scenario.text + '; ' + C.words.open + '; ' + C.whiskers(cells),
    alt: 'Dot plot of response times p50, p99 and p99.9 of ' + cells.map(cell => cell.contender).join(', '),
    how: 'Pages are due on a schedule, whether or not earlier ones came back, so a stall is in the time of every page that it held up. Further left is sooner. ✕: the rate was not kept; what is drawn is of the forks that were not saturated. Hollow: fewer than 100 samples lie beyond it in some fork, or a gate is red.',
    width: 1040, height: iomodels.rows.height(cells.length), metrics: metrics.map(([metric]) => metric), cells, missing: step.cells, slideNotes: () => iomodels.rows.slideNotes(data, cells),
    more: (on, slide) => iomodels.notKept(data, cells.filter(on), slide), onSlide: () => iomodels.rows.onSlide(data, cells),
    option: iomodels.rows.option(data, cells, metrics.map(([metric, name]) => ({title: name, metric, name: 'response time'})), cell => (C.missed(cell) ? ' ✕' : ''))
  });
};
