'use strict';
/* On what and with what it was measured, what limits each model, and the commands that do it again. */
(() => {
  const {element, find} = iomodels;
  const data = iomodels.data;

  const list = pairs => element('dl', {class: 'facts'}, ...pairs.map(([name, value]) => element('div', {}, element('dt', {}, name), element('dd', {}, value))));

  /** One run's facts as a list; two runs' side by side, with ≠ where they differ. */
  const facts = () => {
    if (!find.several) return list(data.runs[0].facts || []);
    const names = [...new Set(data.runs.flatMap(run => (run.facts || []).map(([name]) => name)))];
    const of = (run, name) => (run.facts || []).filter(([own]) => own === name).map(([, value]) => value).join('; ') || '–';
    const rows = names.map(name => {
      const values = data.runs.map(run => of(run, name)), differs = new Set(values).size > 1;
      return [element('span', {}, name), differs ? element('abbr', {title: 'differs'}, '≠') : '', ...values];
    });
    return iomodels.tables.make('environments side by side', [{title: 'fact'}, {title: '', words: true}, ...data.runs.map((run, at) => ({title: find.letter(at) + ': ' + run.id, words: true, wide: true}))], rows, {sortable: false});
  };

  /** A command with a button that copies it. */
  const command = text => element('div', {class: 'command'}, element('pre', {tabindex: '0'}, element('code', {}, text)),
    element('button', {type: 'button', class: 'copy', onclick: () => iomodels.copy(text, 'Copied the command')}, 'Copy'));

  const repeat = run => [
    find.several ? element('h4', {}, run.id) : null,
    element('p', {}, 'What was typed:'), command(run.command),
    ...(run.repeat && run.repeat.length ? [element('p', {}, 'To repeat it:'), command(run.repeat.join('\n'))] : [])
  ];

  const limits = () => element('dl', {class: 'limits'}, ...data.models.map(model => element('div', {},
    element('dt', {}, model.name),
    element('dd', {}, model.doc ? element('p', {}, model.doc) : null,
      model.limits && model.limits.length ? element('ul', {}, ...model.limits.map(limit => element('li', {}, limit))) : null))));

  iomodels.section({id: 'environment', title: 'Environment, limits and how to repeat it', nav: 'Environment', build() {
    const told = new Set(data.runs.flatMap(run => (run.facts || []).map(([name]) => name))), jdks = data.jdks.filter(jdk => !told.has('JDK ' + jdk.label));
    return [
      facts(),
      jdks.length ? element('h3', {}, 'JDKs') : null, jdks.length ? list(jdks.map(jdk => [jdk.label, jdk.line])) : null,
      element('h3', {}, 'What each model is, and what limits it'), limits(),
      element('h3', {}, 'How to repeat it'), ...data.runs.flatMap(repeat)
    ];
  }});
})();
