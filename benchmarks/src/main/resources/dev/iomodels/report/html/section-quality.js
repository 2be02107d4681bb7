'use strict';
/* How good the run itself was: its charts, every gate that is not green with what to do about it, and what was not measured and why. */
(() => {
  const {element, find, tables, about} = iomodels;
  const data = iomodels.data;
  const lights = {RED: ['■', 'red'], AMBER: ['▲', 'amber'], UNKNOWN: ['?', 'unknown'], GREEN: ['●', 'green']};
  const rank = ['RED', 'AMBER', 'UNKNOWN', 'GREEN'];

  /** A light as a word in a shape. */
  const light = name => element('span', {class: 'light', 'data-light': name}, element('span', {'aria-hidden': 'true'}, (lights[name] || lights.UNKNOWN)[0]), ' ' + (lights[name] || [0, name])[1]);
  const worst = rulings => rank.find(name => rulings.some(ruling => ruling.light === name));
  const counts = rulings => rank.map(name => [rulings.filter(ruling => ruling.light === name).length, name]).filter(([count]) => count)
    .flatMap(([count, name], at) => [at ? ', ' : ' ', count + '\u00a0×\u00a0', light(name)]);

  const gate = (name, rulings) => {
    const [first] = rulings, told = [...new Set(rulings.map(ruling => (ruling.cause ? ruling.cause : '') + (ruling.remedy ? ' → ' + ruling.remedy : '')))].filter(text => text);
    const rows = () => tables.make(name + ': where', [{title: 'where'}, {title: '', words: true}, {title: 'value'}, {title: 'amber', words: true}, {title: 'red', words: true}],
      [...rulings].sort((a, b) => rank.indexOf(a.light) - rank.indexOf(b.light)).map(ruling => [ruling.subject, light(ruling.light), ruling.value, ruling.amber, ruling.red]));
    return element('section', {class: 'gate', 'data-light': worst(rulings)},
      element('h4', {}, element('code', {}, name), ...counts(rulings)),
      element('p', {class: 'looks'}, first.looksAt),
      ...told.map(text => element('p', {class: 'remedy'}, text)),
      rulings.length > 4 ? iomodels.lazy(rulings.length + ' places', rows) : rows());
  };

  const gates = () => {
    const byGate = new Map();
    for (const ruling of data.gates) if (ruling.light !== 'GREEN') byGate.set(ruling.gate, [...(byGate.get(ruling.gate) || []), ruling]);
    const sorted = [...byGate].sort(([, a], [, b]) => rank.indexOf(worst(a)) - rank.indexOf(worst(b)));
    const green = data.gates.filter(ruling => ruling.light === 'GREEN');
    return [
      element('h3', {}, 'Gates that are not green'),
      sorted.length ? null : element('p', {}, 'None: every gate of every fork, cell and scenario is green.'),
      ...sorted.map(([name, rulings]) => gate(name, rulings)),
      green.length ? iomodels.lazy([light('GREEN'), ' of the run and its scenarios: ' + [...new Set(green.map(ruling => ruling.gate))].join(', ')], () => [
        tables.make('gates of the run and its scenarios that are green', [{title: 'gate'}, {title: 'where', words: true}, {title: 'value'}, {title: 'looks at', words: true, wide: true}],
          green.map(ruling => [ruling.gate, ruling.subject, ruling.value, ruling.looksAt]))]) : null
    ];
  };

  /** Cells without numbers, those with one contender and one reason together. */
  const unmeasured = () => {
    const found = new Map();
    for (const cell of data.cells) if (cell.status !== 'measured' || cell.reason) {
      const key = JSON.stringify([cell.run, cell.contender, cell.status, cell.reason]);
      found.set(key, [...(found.get(key) || []), cell]);
    }
    if (!found.size) return [];
    const rows = [...found].map(([key, cells]) => {
      const [run, contender, status, why] = JSON.parse(key);
      return [about.name(contender, cells[0]), (find.several ? find.letter(run) + ': ' : '') + cells.map(where).join(', '), status === 'measured' ? 'in part' : status, why];
    });
    return [element('h3', {}, 'What was not measured, and why'),
      tables.make('cells that were skipped, failed, saturated or are missing', [{title: 'contender'}, {title: 'scenario', words: true, wide: true}, {title: 'status', words: true}, {title: 'reason', words: true, wide: true}], rows)];
  };
  /** The scenario; if it was saturated, with what was achieved of what was offered. */
  const where = cell => data.scenarios[cell.scenario].name
    + (cell.offered ? ' (' + iomodels.format.short(cell.achieved || 0) + ' of ' + iomodels.format.short(cell.offered) + ' pages/s)' : '');

  iomodels.section({id: 'quality', title: 'Run quality', nav: 'Quality', build() {
    return [...gates(), ...unmeasured(), iomodels.verdicts('control', 'The A/A control: what differs here is the machine or the method'), ...iomodels.framed('quality', 'iterations')];
  }});
})();
