'use strict';
/* Every cell and every fork as a table, a fold for each scenario. */
(() => {
  const {element, find, tables, about, format} = iomodels;
  const data = iomodels.data;
  /** So many cells are shown at once; more are folded. */
  const few = 60;
  const small = data.cells.length <= few;

  const runName = run => (find.several ? find.letter(run) + ': ' : '');
  /** Ids of the numbers in a table. */
  const ids = table => table.rows.flatMap(row => {
    const cell = find.cell(table.run || 0, table.scenario, find.row(row[0]).contender);
    return cell ? table.metrics.filter(metric => find.number(cell, metric)).map(metric => find.id(cell, metric)) : [];
  });

  const all = cell => Object.keys(cell.numbers || {}).map(metric => find.id(cell, metric));

  /** A fold for each of the data's tables of one kind. */
  iomodels.dataTables = (kind, words) => data.tables.filter(table => table.kind === kind && table.rows.length).map((table, at) =>
    iomodels.lazy([words + ' ', element('span', {class: 'what'}, runName(table.run || 0) + table.scenario)], () => [tables.ofData(table)], {open: small || at === 0, owns: ids(table)}));

  const time = value => (given(value) ? format.time(value) : '–');
  const percent = value => (given(value) ? value.toFixed(value < 10 ? 2 : 1) + '\u202f%' : '–');
  const forkTable = cells => {
    const list = data.scenarios[cells[0].scenario].kind === 'list', value = list ? format.time : format.short;
    const forks = cells.flatMap(cell => cell.forks.map((fork, at) => ({cell, fork, first: at === 0})));
    const reasons = forks.some(({fork}) => fork.reason);
    const columns = ['contender', 'block', 'place', 'status', list ? 'time' : 'pages/s', '÷ cell’s mean', 'hiccup p99.9', 'stolen', 'others', 'stub late p99', 'gates', ...(reasons ? ['reason'] : [])]
      .map(title => ({title, words: ['status', 'gates', 'reason'].includes(title), wide: ['gates', 'reason'].includes(title)}));
    return tables.make('each fork', columns, forks.map(({cell, fork, first}) => [
      first ? element('span', {id: find.path(cell), tabindex: '-1'}, about.name(cell.contender, cell)) : element('span', {}, cell.contender),
      String(fork.block), fork.place ? String(fork.place) : '–', fork.status, given(fork.rate) ? value(fork.rate) : '–', given(fork.share) ? fork.share.toFixed(3) : '–',
      time(fork.hiccup), percent(fork.stolen), percent(fork.others), time(fork.late), gates(fork), ...(reasons ? [fork.reason || ''] : [])]));
  };
  const given = value => value !== null && value !== undefined;
  const gates = fork => {
    const red = (fork.red || []).map(text => '■ ' + text), amber = (fork.amber || []).map(text => '▲ ' + text);
    return red.length + amber.length ? [...red, ...amber].join('; ') : '';
  };

  const ofScenario = (run, scenario, index) => {
    const cells = data.cells.filter(cell => cell.run === run && cell.scenario === index);
    if (!cells.length) return [];
    const own = data.tables.filter(table => table.scenario === scenario.name && (table.run || 0) === run && ['main', 'added', 'schedule'].includes(table.kind) && table.rows.length);
    const not = cells.filter(cell => cell.status !== 'measured').length, forks = cells.reduce((sum, cell) => sum + cell.forks.length, 0);
    return [
      element('h3', {}, runName(run), scenario.name, ' ', element('span', {class: 'aside'}, scenario.text)),
      iomodels.lazy(cells.length + (cells.length === 1 ? ' cell' : ' cells') + (not ? ', ' + not + ' without numbers' : ''), () => (own.length ? own.map(tables.ofData) : [tables.ofCells(scenario.name + ': ' + scenario.text, cells)]), {open: small, owns: own.length ? own.flatMap(ids) : cells.flatMap(all)}),
      forks ? iomodels.lazy(forks + (forks === 1 ? ' fork' : ' forks'), () => [forkTable(cells)], {owns: cells.map(find.path)}) : null
    ];
  };

  iomodels.section({id: 'cells', title: 'Every cell and every fork', nav: 'Cells and forks', build() {
    return [
      element('p', {class: 'lead'}, 'Each number is a link to its id; choosing it copies the citation. Columns sort. !: a red gate, not to be cited. ≥: the stub was the limit, a lower bound. (In brackets): fewer than 100 samples beyond it in some fork.'),
      /* what a search found is of no scenario */
      ...(data.search ? data.tables.filter(table => !table.scenario && table.kind === 'main').map(tables.ofData) : []),
      ...data.runs.flatMap((run, at) => data.scenarios.flatMap((scenario, index) => ofScenario(at, scenario, index))),
      data.notes && data.notes.length ? element('h3', {}, 'Notes') : null,
      data.notes && data.notes.length ? element('ul', {class: 'notes'}, ...data.notes.map(line => element('li', {}, line))) : null
    ];
  }});
})();
