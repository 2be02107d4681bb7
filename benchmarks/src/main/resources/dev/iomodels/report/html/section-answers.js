'use strict';
/* What is said first: answers in sentences, what holds for a whole comparison, and where each model stops scaling. */
iomodels.sections = [];
(() => {
  const {element, find, tables, about, format} = iomodels;
  const data = iomodels.data;

  /** Registers a section: {id, title, nav: short title, build() → nodes, none if it has no content}. */
  iomodels.section = section => iomodels.sections.push(section);

  /** A link that copies the citation of a number that stands in a sentence. */
  const source = id => (find.named(id) ? element('a', {class: 'source', href: '#' + id, 'data-id': id}, id) : null);

  /** Of two runs, what sets them apart stands open, as far as it is short; of one run, what holds for all of it is a fold. */
  const heading = () => {
    const lines = data.heading || [], open = find.several ? lines.slice(0, lines.length > 12 ? 8 : 12) : [], rest = lines.slice(open.length);
    const list = some => element('ul', {class: 'heading'}, ...some.map(line => element('li', {}, line)));
    return [
      open.length ? list(open) : null,
      rest.length ? iomodels.lazy(open.length ? rest.length + ' lines more' : 'What holds for the whole run: how it was compared, and which gates warn', () => [list(rest)]) : null
    ];
  };

  iomodels.section({id: 'answers', title: 'Answers', nav: 'Answers', build() {
    const answers = (data.answers || []).map(answer => element('li', {}, element('p', {}, answer.text), answer.id ? source(answer.id) : null));
    return [
      answers.length ? element('ol', {class: 'answers'}, ...answers) : null,
      ...heading()
    ];
  }});

  const given = count => count !== null && count !== undefined;
  const load = (count, unit) => (given(count) ? format.whole(count) + ' ' + (count === 1 ? unit.replace(/^users$/, 'user') : unit) : 'none');
  /** A model's name, whatever became of its single cells. */
  const name = line => {
    const cell = data.cells.find(one => data.models[one.model].name === line.model && one.jdk === line.jdk);
    return cell && {...cell, status: 'measured', control: false, red: [], amber: [], stubBound: false};
  };

  /** The model as it was asked for: a pool is of another size with each load. */
  const asked = line => line.contender.slice(0, line.contender.lastIndexOf('@'));
  const place = line => data.models.findIndex(model => model.name === line.model);

  const inWords = (caption, lines) => tables.make(caption, [{title: 'contender'}, {title: 'keeps up to'}, {title: 'no longer at'}, {title: 'in words', words: true, wide: true}],
    lines.map(line => [about.name(line.contender, name(line)), load(line.kept, line.unit), given(line.next) ? load(line.next, line.unit) : '–', line.text]));

  /** Models against JDKs: up to how many, and the next step, which is too many. */
  const matrix = (caption, lines, jdks) => {
    const models = [...new Set([...lines].sort((a, b) => place(a) - place(b)).map(asked))];
    const told = line => element('span', {class: 'stop', title: line.text, 'data-key': given(line.kept) ? line.kept : 0}, element('b', {}, given(line.kept) ? format.whole(line.kept) : 'none'),
      element('span', {class: 'aside'}, given(line.next) ? ' not ' + format.whole(line.next) : ' the most tried'));
    return tables.make(caption, [{title: 'model'}, ...jdks.map(jdk => ({title: 'JDK ' + jdk}))], models.map(model => {
      const own = lines.filter(line => asked(line) === model);
      return [about.name(model, name(own[0])), ...jdks.map(jdk => own.find(line => line.jdk === jdk)).map(line => (line ? told(line) : '–'))];
    }));
  };

  const stops = lines => {
    const [{group, unit}] = lines, jdks = data.jdks.map(jdk => jdk.label).filter(label => lines.some(line => line.jdk === label));
    const caption = group.replace(/^open: /, '') + (unit === 'users' ? ': how many users, closed loop' : ': how many ' + unit + ' arriving, open loop');
    return jdks.length < 2 ? [inWords(caption, lines)] : [matrix(caption, lines, jdks), iomodels.lazy('In words', () => [inWords(caption, lines)])];
  };

  iomodels.section({id: 'stops', title: 'Where each model stops scaling', nav: 'Scaling', build() {
    const groups = new Map();
    for (const line of data.stops || []) groups.set(line.group + '\n' + line.unit, [...(groups.get(line.group + '\n' + line.unit) || []), line]);
    return [...groups.values()].flatMap(stops);
  }});
})();
