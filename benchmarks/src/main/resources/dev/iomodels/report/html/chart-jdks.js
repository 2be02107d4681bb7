'use strict';
/* From JDK to JDK: a line for each model, where there is more than one JDK. */
iomodels.chart({
  id: 'jdks',
  title: 'What does a newer JDK change?',
  figures: data => (data.jdks.length < 2 ? [] : iomodels.charted.scenarios(data, 'closed', 'open', 'list').flatMap(step =>
    ({closed: ['throughput', 'cpu-per-page', 'p99'], open: ['cpu-per-page', 'response-p99'], list: ['list-time']})[step.scenario.kind].map(metric => iomodels.slope(data, step, metric)).filter(Boolean)))
});

iomodels.slope = (data, step, metric) => {
  const C = iomodels.charted, F = iomodels.format, {scenario} = step, about = C.metric(data, metric), unit = F.unit(about.unit);
  const cells = C.drawn(data, step.cells).filter(cell => C.number(cell, metric));
  const jdks = C.jdks(data, cells), models = C.models(cells);
  if (jdks.length < 2) return null;
  const serves = about.serviceTime, name = cell => cell.askedAs;

  const option = (theme, slide, size) => {
    const sheet = iomodels.sheet(theme, slide, size), {type} = sheet;
    const shown = slide ? C.telling(data, models) : models, drawn = cells.filter(cell => shown.includes(cell.line));
    const values = drawn.flatMap(cell => { const n = C.number(cell, metric); return [n.v, n.lo || n.v, n.hi || n.v, ...n.forks.filter(v => v > 0)]; });
    const y = iomodels.scale.log(values, {format: unit.tick, least: 1.5}), x = iomodels.scale.bands(jdks.map(jdk => 'JDK ' + jdk));
    const ends = sheet.endsWide(drawn.map(cell => name(cell) + (serves ? C.inFlight(cell) : ''))), left = type.text * 6, top = type.text * 2.6, bottom = type.text * 2.4;
    const box = {x: left, y: top, width: size.width - left - ends, height: size.height - top - bottom};
    const at = sheet.panel(box, x, y, {yName: about.label}), labels = [];
    shown.forEach((model, i) => {
      const look = iomodels.palette.of(data, model, theme), aside = 5 * sheet.aside(i, shown.length) / box.width * jdks.length;
      const spots = drawn.filter(cell => cell.line === model).map(cell => ({cell, n: C.number(cell, metric), x: jdks.indexOf(cell.jdk) + aside})).sort((a, b) => a.x - b.x);
      if (!spots.length) return;
      sheet.line(at, spots.map(s => [s.x, s.n.v]), look);
      sheet.points(at, spots.flatMap(s => s.n.forks.filter(v => v > 0).map(v => ({x: s.x, y: v}))), look, {faint: true});
      spots.forEach(s => s.n.lo !== undefined && sheet.whisker(at.px(s.x), at.py(s.n.lo), at.px(s.x), at.py(s.n.hi), look.color));
      spots.filter(s => s.cell.stubBound && metric === 'throughput').forEach(s => sheet.text(at.px(s.x), at.py(s.n.hi || s.n.v) - type.text * 0.9, '≥', {align: 'center'}));
      sheet.points(at, spots.map(s => ({x: s.x, y: s.n.v, hollow: s.cell.red.length > 0 || s.n.footing === 'thin', tip: iomodels.figures.tip(data, s.cell, metric)})), look);
      const last = spots[spots.length - 1];
      labels.push({x: at.px(last.x), y: at.py(last.n.v), look, text: name(last.cell) + (serves ? C.inFlight(last.cell) : '')});
    });
    sheet.ends(box.x + box.width + type.text * 0.4, top, top + box.height, labels);
    return sheet.option();
  };
  return iomodels.figures.make(data, step.run, {
    key: 'jdks-' + iomodels.slug(scenario.name) + '-' + iomodels.slug(metric), chart: 'jdks', choice: {scenario: scenario.name, metric: about.label},
    title: 'What does a newer JDK change?',
    subtitle: about.label + ' (log); ' + scenario.name + ': ' + scenario.text + '; ' + C.words[scenario.kind] + '; ' + C.whiskers(cells),
    alt: 'Slope chart of ' + about.label + ' from JDK ' + jdks.join(' to ') + ' in scenario ' + scenario.name + ' for ' + models.map(m => C.label(data, m)).join(', '),
    how: 'A line for each model, from the oldest JDK to the newest; a flat line: no change seen; whether it is the same, the verdict says. Where intervals overlap, look at the ratios: they pair the forks block by block.',
    width: 1040, height: 420, option, models, metrics: [metric], cells, missing: step.cells, bounds: metric === 'throughput'
  });
};
