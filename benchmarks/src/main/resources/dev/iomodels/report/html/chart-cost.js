'use strict';
/* What a page costs: CPU time, memory, threads and bytes, a row for each contender. */
iomodels.chart({
  id: 'cost',
  title: 'What does a page cost?',
  figures: data => iomodels.charted.scenarios(data, 'closed', 'open', 'list').map(step => iomodels.cost(data, step)).filter(Boolean)
});

iomodels.cost = (data, step) => {
  const C = iomodels.charted, {scenario} = step;
  const panels = [['cpu-per-page', 'CPU/page'], ['memory-per-page-in-flight', 'memory/page in flight'], ['threads', 'threads'], ['bytes-per-page', 'allocated/page']].map(([metric, title]) => ({metric, title}));
  const cells = iomodels.rows.order(data, C.drawn(data, step.cells).filter(cell => panels.some(({metric}) => C.number(cell, metric))), false);
  const shown = panels.filter(({metric}) => cells.some(cell => C.number(cell, metric)));
  if (!cells.length || !shown.length) return null;
  return iomodels.figures.make(data, step.run, {
    key: 'cost-' + iomodels.slug(scenario.name), chart: 'cost', choice: {scenario: scenario.name}, title: 'What does a page cost?',
    subtitle: 'cost of a page; ' + scenario.name + ': ' + scenario.text + '; ' + (scenario.kind === 'open' ? 'open loop' : scenario.kind === 'list' ? 'a list of pages' : 'closed loop') + '; ' + C.whiskers(cells) + '; threads: the most of any fork',
    alt: 'Dot plots of ' + shown.map(panel => panel.title).join(', ') + ' in scenario ' + scenario.name + ' for ' + cells.map(cell => cell.contender).join(', '),
    how: 'A row for each contender; further left is cheaper, in every panel. A dash: it cannot be told honestly, for example CPU time below 100 pages/s.',
    width: 1040, height: iomodels.rows.height(cells.length) - 16, metrics: shown.map(panel => panel.metric), cells, missing: step.cells, least: 860,
    slideNotes: () => iomodels.rows.slideNotes(data, cells), onSlide: () => iomodels.rows.onSlide(data, cells), option: iomodels.rows.option(data, cells, shown)
  });
};
