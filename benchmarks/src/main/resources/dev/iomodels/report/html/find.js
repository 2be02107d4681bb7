'use strict';
/* Where in the data a cell or a number is: by its id, RUN/SCENARIO/CONTENDER/METRIC, and by what a table's row says. */
iomodels.find = (() => {
  const data = iomodels.data;
  const byPath = new Map(), byPlace = new Map();
  for (const cell of data.cells) {
    const scenario = data.scenarios[cell.scenario].name;
    byPath.set(data.runs[cell.run].id + '/' + cell.path, cell);
    byPlace.set(JSON.stringify([cell.run, scenario, cell.contender]), cell);
  }
  const metrics = new Map(data.metrics.map(metric => [metric.id, metric]));

  /** The cell of a contender in a scenario of a run; undefined if there is none. */
  const cell = (run, scenario, contender) => byPlace.get(JSON.stringify([run, scenario, contender]));
  /** What an id names: {cell, metric}; a cell's own id has no metric. Undefined if it names nothing here. */
  const named = id => {
    if (byPath.has(id)) return {cell: byPath.get(id), metric: ''};
    const slash = id.lastIndexOf('/'), at = byPath.get(id.slice(0, slash)), metric = id.slice(slash + 1);
    return at && Object.hasOwn(at.numbers || {}, metric) ? {cell: at, metric} : undefined;
  };
  const path = cell => data.runs[cell.run].id + '/' + cell.path;
  const id = (cell, metric) => path(cell) + '/' + metric;
  const number = (cell, metric) => (cell && metric && Object.hasOwn(cell.numbers || {}, metric) ? cell.numbers[metric] : undefined);
  const metric = name => metrics.get(name) || {id: name, label: name, unit: '', serviceTime: false};
  /** A row's first part: the contender, and the marks behind it. */
  const row = first => {
    const [contender, ...marks] = String(first).split(' ');
    return {contender, marks: marks.filter(mark => mark)};
  };
  const model = cell => data.models[cell.model];
  const several = data.runs.length > 1;
  /** A and B where two runs are compared. */
  const letter = run => 'AB'[run] || String(run + 1);
  return {cell, named, path, id, number, metric, row, model, several, letter};
})();
