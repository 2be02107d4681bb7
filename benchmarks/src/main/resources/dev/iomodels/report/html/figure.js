'use strict';
/* Figures: what every chart is made with, the list of them all, and their table twins. Drawing and saving are in the next files. */
iomodels.figures = (() => {
  const lists = new Map();
  /** All variants of a chart for the page's data, the one shown first at the head. */
  const of = chart => {
    if (!lists.has(chart.id)) lists.set(chart.id, unique(chart.figures(iomodels.data)));
    return lists.get(chart.id);
  };
  const unique = figures => {
    const seen = new Map();
    for (const figure of figures) {
      const before = seen.get(figure.key) || 0;
      seen.set(figure.key, before + 1);
      if (before) figure.key += '-' + (before + 1);
    }
    const first = figures.findIndex(figure => figure.first);
    return first > 0 ? [figures[first], ...figures.slice(0, first), ...figures.slice(first + 1)] : figures;
  };
  const all = () => iomodels.charts.flatMap(of);
  /** Those that are worth a file each: the first of every chart, then those of every scenario, sixty at most. */
  const main = () => {
    const first = iomodels.charts.flatMap(chart => of(chart).slice(0, 1)), more = [];
    const rest = iomodels.charts.filter(chart => ['users', 'latency', 'ratios', 'cost'].includes(chart.id)).map(chart => of(chart).slice(1));
    for (let i = 0; rest.some(figures => i < figures.length); i++) more.push(...rest.flatMap(figures => figures.slice(i, i + 1)));
    return [...first, ...more].slice(0, 60);
  };

  /**
   * Completes a figure: from the run it belongs to, the cells and metrics that it shows, and those that may be missing, follow
   * its table, its ids and the notes below it, made only when they are asked for.
   */
  const make = (data, run, figure) => {
    const C = iomodels.charted, several = data.runs.length > 1;
    const slide = () => (figure.models ? C.telling(data, figure.models, figure.most) : []);
    const made = {
      run: data.runs[run], choice: {}, ...figure, key: figure.key + (several && !figure.runs ? '-run-' + (run + 1) : ''),
      option: (theme, asSlide, size) => figure.option(theme, asSlide, size || (asSlide ? {width: 1760, height: 700} : {width: figure.width, height: figure.height})),
      /** Lines below the chart; on a slide how much of it is shown, and what holds for that. */
      notes: asSlide => {
        const lines = slide(), all = figure.models || [], on = !asSlide ? () => true : figure.onSlide ? figure.onSlide() : C.among(all, lines);
        const found = figure.missing ? C.notes(data, figure.missing.filter(on), figure.cells.filter(on), {...figure, names: asSlide ? 4 : 9}) : {bound: [], red: [], gone: []};
        const more = typeof figure.more === 'function' ? figure.more(on, asSlide) : figure.more || [];
        if (!asSlide) return [...more, ...found.bound, ...found.red, ...found.gone];
        const some = figure.slideNotes ? figure.slideNotes() : lines.length < all.length ? [lines.length + ' of ' + all.length + ' shown'] : [];
        return [...some, ...found.bound, ...found.red, ...more, ...found.gone];
      }
    };
    if (several && !figure.runs) made.choice = {run: data.runs[run].id, ...made.choice};
    Object.defineProperty(made, 'table', {get: figure.rows || (() => twin(data, figure))});
    Object.defineProperty(made, 'ids', {get: () => figure.numbers ? figure.numbers() : (figure.cells || []).flatMap(cell => (figure.metrics || []).filter(metric => C.number(cell, metric)).map(metric => C.id(data, cell, metric)))});
    return made;
  };

  /** The numbers of a figure, a row for each cell. */
  const twin = (data, figure) => {
    const C = iomodels.charted, metrics = figure.metrics.map(name => C.metric(data, name));
    const head = ['scenario', 'contender', ...metrics.flatMap(metric => { const unit = metric.label + (metric.unit && metric.unit !== '1/s' ? ' (' + metric.unit + ')' : ''); return [unit, 'low', 'high']; }), 'forks', 'note'];
    const plain = v => (v === undefined || v === null ? '' : String(+v.toPrecision(6)));
    return {head, rows: figure.cells.map(cell => [
      data.scenarios[cell.scenario].name, cell.contender,
      ...figure.metrics.flatMap(name => { const n = C.number(cell, name) || {}; return [plain(n.v), plain(n.lo), plain(n.hi)]; }),
      String(Math.max(0, ...figure.metrics.map(name => (C.number(cell, name) || {count: 0}).count))),
      [cell.stubBound ? 'stub-bound: a lower bound' : '', ...cell.red.map(gate => 'red gate: ' + gate), C.inFlight(cell).trim()].filter(Boolean).join('; ')])};
  };

  /** A tooltip's lines for a number of a cell. */
  const tip = (data, cell, metric, more) => {
    const C = iomodels.charted, number = C.number(cell, metric), open = data.scenarios[cell.scenario].kind === 'open';
    return [cell.contender, ...(more ? [more] : []), number.say || '', ...C.partly(cell), ...(open && C.missed(cell) ? ['rate not kept'] : []), ...(cell.stubBound ? ['stub-bound: a lower bound'] : []),
      ...(cell.red.length ? ['gate red: ' + cell.red.join(', ')] : []), ...(cell.amber.length ? ['gate amber: ' + cell.amber.join(', ')] : [])];
  };

  const find = key => all().find(figure => figure.key === key);
  return {of, all, main, make, find, tip};
})();

/** Every variant of every figure: {key, title}. */
iomodels.all = () => iomodels.figures.all();
