'use strict';
/* The data as it is in the page, where hundreds of cells write theirs as arrays and name texts by their places, as scripts use it. */
window.iomodels = window.iomodels || {};
(() => {
  const FORK = ['block', 'place', 'status', 'reason', 'rate', 'share', 'hiccup', 'stolen', 'others', 'late', 'amber', 'red', 'iterations'];
  const LINE = ['contender', 'baseline', 'ratio', 'lo', 'hi', 'confidence', 'decided', 'kind', 'verdict', 'note'];
  const forks = count => (count === 1 ? '1 fork' : count + ' forks');

  /** How sure a number is, in the words of a citation. */
  const certainty = (over, factor, bounds, count) => {
    if (over === 'SUM') return 'sum of ' + forks(count);
    if (over === 'AVERAGE') return 'mean of ' + forks(count);
    if (over === 'LARGEST') return 'largest of ' + forks(count);
    return factor === null ? 'no interval (' + forks(count) + ')' : '95 % interval ' + bounds + ', ' + forks(count);
  };

  const number = (packed, over, count) => {
    const [v, factor, brief, bounds, remark, thin, each] = packed;
    return {
      v,
      ...(factor === null ? {} : {lo: v / factor, hi: v * factor}),
      ...(thin ? {footing: 'thin'} : {}),
      forks: each || [],
      count,
      say: brief + ', ' + certainty(over, factor, bounds, count),
      remark
    };
  };

  const named = (names, packed) => {
    const one = {};
    names.forEach((name, i) => { if (packed[i] !== null) one[name] = packed[i]; });
    return one;
  };

  /** Replaces what is packed by what it stands for, and gives the data back. */
  iomodels.unpack = data => {
    const over = new Map(data.metrics.map(metric => [metric.id, metric.over]));
    for (const cell of data.cells) {
      cell.forks = cell.forks.map(packed => named(FORK, packed));
      const count = cell.forks.filter(one => one.status === 'measured').length;
      for (const id of Object.keys(cell.numbers)) cell.numbers[id] = number(cell.numbers[id], over.get(id), count);
      cell.remarks = data.strings;
      cell.objections = cell.objections.map(place => data.strings[place]);
      if (cell.cite) cell.cite = cell.cite.map(place => data.strings[place]).join('; ');
    }
    for (const family of data.families) family.lines = family.lines.map(packed => ({baseline: family.baseline, ...named(LINE, packed)}));
    for (const gate of data.gates) Object.assign(gate, data.gateWords[gate.gate]);
    return data;
  };
})();
