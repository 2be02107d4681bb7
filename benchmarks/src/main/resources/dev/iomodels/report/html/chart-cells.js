'use strict';
/* Which cells a chart shows, what they are called, and which are missing from it and why. */
iomodels.charted = (() => {
  const made = new WeakMap();
  /** Groups of scenarios that differ only in users or rate, per run: {run, kind, name, steps: [{scenario, cells}], cells}. */
  const groups = (data, ...kinds) => {
    if (!made.has(data)) made.set(data, grouped(data));
    return made.get(data).filter(group => kinds.includes(group.kind));
  };
  const grouped = data => {
    const found = new Map();
    for (const cell of data.cells) {
      const scenario = data.scenarios[cell.scenario];
      const key = JSON.stringify([cell.run, scenario.kind, scenario.group]);
      if (!found.has(key)) found.set(key, {run: cell.run, kind: scenario.kind, name: scenario.group, steps: new Map(), cells: []});
      const group = found.get(key);
      group.cells.push(cell);
      if (!group.steps.has(cell.scenario)) group.steps.set(cell.scenario, {scenario, cells: []});
      group.steps.get(cell.scenario).cells.push(cell);
    }
    const size = step => step.scenario.users || step.scenario.rate || 0;
    return [...found.values()].map(group => ({...group, steps: [...group.steps.values()].sort((a, b) => size(a) - size(b))}));
  };
  /** One scenario at a time: {run, scenario, cells}. */
  const scenarios = (data, ...kinds) =>
    groups(data, ...kinds).flatMap(group => group.steps.map(step => ({run: group.run, ...step})));

  const model = (data, cell) => data.models[cell.model];
  const compared = (data, cell) => !cell.control && model(data, cell).base !== 'noop';
  const drawn = (data, cells) => cells.filter(cell => cell.status === 'measured' && compared(data, cell));
  const jdks = (data, cells) => [...new Set(data.jdks.map(jdk => jdk.label))].filter(label => cells.some(cell => cell.jdk === label));
  /** The lines of cells, each a place among the models, and a line's name. */
  const models = cells => [...new Set(cells.map(cell => cell.line))].sort((a, b) => a - b);
  const label = (data, line) => data.lines.get(line);
  const number = (cell, metric) => cell.numbers && cell.numbers[metric];
  const id = (data, cell, metric) => data.runs[cell.run].id + '/' + cell.path + '/' + metric;
  const metric = (data, name) => data.metrics.find(one => one.id === name) || {id: name, label: name, unit: ''};
  const named = (data, cell) => cell.askedAs + '@' + cell.jdk;
  /** Whether an open loop's rate was not kept, and the words for a cell of which only some forks kept it. */
  const missed = cell => cell.status === 'saturated' || (typeof cell.kept === 'boolean' ? !cell.kept : cell.red.some(gate => gate === 'rate-achieved' || gate === 'forks-saturated'));
  const partly = cell => (cell.status === 'measured' && cell.saturatedForks ? [cell.saturatedForks + ' of ' + cell.forks.length + ' forks saturated; these are the others'] : []);
  /** Pools that cannot have all users in flight say so: their service times do not compare. */
  const LOADS = {closed: ' users)', open: ' places)', list: ' at once)'};
  const inFlight = cell => (cell.started < cell.asked ? ' (' + iomodels.format.whole(cell.started) + ' of ' + iomodels.format.whole(cell.asked) + LOADS[iomodels.data.scenarios[cell.scenario].kind] : '');

  /** At most five models, for a slide: the five ways of waiting first, then in the plan's order. */
  const order = ['virtual-thread', 'thread-pool', 'selector', 'process-pool', 'blocking'];
  const telling = (data, indices, most = 5) => {
    if (indices.length <= most) return indices;
    const bases = new Map();
    const rank = index => {
      const base = data.models[index].base, at = order.indexOf(base);
      return (bases.get(base) === index ? 0 : 100) + (at < 0 ? 10 + index : at);
    };
    for (const index of [...indices].reverse()) if (!bases.has(data.models[index].base)) bases.set(data.models[index].base, index);
    return [...indices].sort((a, b) => rank(a) - rank(b)).slice(0, most).sort((a, b) => a - b);
  };

  /** Whether a cell belongs to what a slide shows: of these lines, or of one that the chart has not at all. */
  const among = (all, lines, jdk) => cell => (!jdk || cell.jdk === jdk) && (lines.includes(cell.line) || !all.includes(cell.line));

  const listed = (names, most = 4) => (names.length > most ? names.slice(0, most - 1).join(', ') + ' and ' + (names.length - most + 1) + ' more' : names.join(', '));
  /** Lines that name what is missing from a chart, and what is marked in it. */
  const notes = (data, cells, shown, {marked = 'open marker', bounds = false, names = 9} = {}) => {
    const gone = new Map(), red = new Map(), bound = [], here = new Set(shown);
    for (const cell of cells.filter(one => compared(data, one))) {
      const reason = cell.status !== 'measured' ? cell.status + (cell.reason ? ': ' + cell.reason : '') : here.has(cell) ? '' : 'cannot be told';
      const where = data.scenarios[cell.scenario].name;
      if (reason) put(gone, JSON.stringify([named(data, cell), reason]), where);
      if (cell.status === 'measured' && cell.red.length) put(red, JSON.stringify([named(data, cell), cell.red.join(', ')]), where);
      if (bounds && cell.stubBound) bound.push(named(data, cell));
    }
    const several = new Set(cells.map(cell => cell.scenario)).size > 1;
    /* together what has the same reason in the same scenarios */
    const say = (found, words) => {
      const alike = new Map();
      for (const [key, where] of found) {
        const [who, why] = JSON.parse(key);
        put(alike, (several ? ' in ' + listed(where) : '') + ': ' + why, who);
      }
      return [...alike].map(([rest, who]) => words + listed(who, names) + rest);
    };
    return {gone: say(gone, 'not here: '), red: say(red, 'not to be cited, gate red (' + marked + '): '),
      bound: bound.length ? ['≥ a lower bound, the stub was the limit: ' + listed([...new Set(bound)], names)] : []};
  };
  const put = (map, key, value) => map.set(key, [...(map.get(key) || []), value]);

  /** How many forks of these cells were measured: 5, or up to 5 where some have fewer. */
  const forks = cells => {
    const counts = cells.filter(cell => cell.status === 'measured').map(cell => cell.forks.filter(fork => fork.status === 'measured').length);
    const most = Math.max(0, ...counts), less = Math.min(...counts) < most;
    return {most, less, text: (less ? 'up to ' : '') + most + (most === 1 ? ' fork' : ' forks')};
  };
  /** The words for what the bars are. */
  const whiskers = cells => {
    const {most, less, text} = forks(cells);
    return most < 3 ? 'no intervals below 3 forks (here ' + most + ')' : 'whiskers: 95 % interval between ' + text + (less ? '; none below 3' : '');
  };
  const words = {closed: 'closed loop: service times', open: 'open loop: response times from when a page was due', list: 'a list of pages'};
  return {groups, scenarios, model, drawn, compared, jdks, models, number, id, metric, named, inFlight, telling, notes, listed, forks, whiskers, words, label, missed, partly, among};
})();
