'use strict';
/* Throughput against users: a line for each model, a panel for each JDK; with one number of users only, a row for each model. */
iomodels.chart({
  id: 'users',
  title: 'How many pages a second, with more and more users?',
  figures: data => iomodels.widestFirst(iomodels.charted.groups(data, 'closed', 'list').flatMap(group => {
    const cells = iomodels.charted.drawn(data, group.cells), steps = group.steps.filter(step => iomodels.charted.drawn(data, step.cells).length);
    if (!steps.length) return [];
    if (group.kind === 'list' || steps.length < 2) return steps.map(step => iomodels.dots(data, group, step));
    const ways = cells.some(cell => cell.numbers.ceiling) ? ['pages/s', '% of ceiling'] : ['pages/s'];
    return ways.map(way => iomodels.users(data, group, steps, cells, way));
  }))
});

/** The curve over the most users is shown first. */
iomodels.widestFirst = figures => {
  const most = Math.max(...figures.map(figure => figure.many || 0));
  const first = figures.find(figure => most && figure.many === most);
  if (first) first.first = true;
  return figures;
};

iomodels.users = (data, group, steps, cells, way) => {
  const C = iomodels.charted, F = iomodels.format, run = data.runs[group.run];
  const share = way !== 'pages/s', metric = share ? 'ceiling' : 'throughput', unit = F.unit(share ? '%' : '1/s');
  const jdks = C.jdks(data, cells), models = C.models(cells), users = steps.map(step => step.scenario.users);
  const usersOf = cell => data.scenarios[cell.scenario].users;
  const ceiling = steps.filter(step => step.scenario.ceiling).map(step => [step.scenario.users, share ? 100 : step.scenario.ceiling]);
  const values = cells.filter(cell => C.number(cell, metric));

  /* a model that is not on the newest JDK is labelled with the one that it is on */
  const late = (drawn, model) => { const on = C.jdks(data, drawn.filter(cell => cell.line === model)).pop(); return on === jdks[jdks.length - 1] ? '' : '@' + on; };

  const option = (theme, slide, size) => {
    const sheet = iomodels.sheet(theme, slide, size), {type, ink} = sheet;
    const shown = slide ? C.telling(data, models) : models, drawn = values.filter(cell => shown.includes(cell.line));
    const numbers = drawn.flatMap(cell => { const n = C.number(cell, metric); return [n.v, n.lo || n.v, n.hi || n.v, ...n.forks]; });
    const y = share ? iomodels.scale.linear(numbers, {most: Math.max(100, ...numbers) > 102 ? undefined : 105, format: unit.tick}) : iomodels.scale.log([...numbers, ...ceiling.map(c => c[1])], {format: F.tick});
    if (share) y.choices = y.choices.map(list => list.filter(v => v <= 100 || v % 20 === 0));
    const ends = sheet.endsWide([...shown.map(model => C.label(data, model) + late(drawn, model)), 'ceiling']);
    const left = type.text * 5.5, top = type.text * 2.6, bottom = type.text * 4, gap = type.text * 1.8;
    const width = (size.width - left - ends - gap * (jdks.length - 1)) / jdks.length, height = size.height - top - bottom;
    const x = sheet.widen(iomodels.scale.log(users, {format: F.tick, ticks: users}), users, width, shown.length);
    const labelled = new Set(), labels = [];
    [...jdks].reverse().forEach(jdk => {
      const column = jdks.indexOf(jdk), box = {x: left + column * (width + gap), y: top, width, height};
      const at = sheet.panel(box, x, y, {title: 'JDK ' + jdk, yLabels: column === 0, xName: 'users', yName: column === 0 ? way : ''});
      if (ceiling.length) sheet.line(at, ceiling, {color: ink.line, dash: [6, 4]}, {width: type.thin * 1.5, z: 2});
      shown.forEach((model, i) => {
        const look = iomodels.palette.of(data, model, theme);
        const mine = drawn.filter(cell => cell.line === model && cell.jdk === jdk).sort((a, b) => usersOf(a) - usersOf(b));
        if (!mine.length) return;
        const spots = mine.map(cell => ({cell, n: C.number(cell, metric), x: x.beside(usersOf(cell), i)}));
        sheet.line(at, spots.map(s => [s.x, s.n.v]), look);
        sheet.points(at, spots.flatMap(s => s.n.forks.filter(v => v > 0).map(v => ({x: s.x, y: v}))), look, {faint: true});
        spots.forEach(s => s.n.lo !== undefined && sheet.whisker(at.px(s.x), at.py(s.n.lo), at.px(s.x), at.py(s.n.hi), look.color));
        spots.filter(s => s.cell.stubBound).forEach(s => sheet.text(at.px(s.x), at.py(s.n.hi || s.n.v) - type.text * 0.9, '≥', {align: 'center'}));
        const scale = Math.min(1, width / (users.length + 1) / type.marker / 1.5);
        sheet.points(at, spots.map(s => ({x: s.x, y: s.n.v, hollow: s.cell.red.length > 0, tip: iomodels.figures.tip(data, s.cell, metric, F.whole(usersOf(s.cell)) + ' users')})), look, {scale});
        const last = spots[spots.length - 1];
        if (!labelled.has(model)) labels.push({x: column === jdks.length - 1 ? at.px(last.x) : undefined, y: at.py(last.n.v), text: C.label(data, model) + late(drawn, model), look});
        labelled.add(model);
      });
      if (ceiling.length && column === jdks.length - 1) labels.push({x: at.px(ceiling[ceiling.length - 1][0]), y: at.py(ceiling[ceiling.length - 1][1]), text: 'ceiling', look: {color: ink.line, marker: 'bar'}});
    });
    sheet.ends(size.width - ends + type.text * 0.6, top - type.text * 0.5, top + height, labels);
    return sheet.option();
  };
  return iomodels.figures.make(data, group.run, {
    key: 'users-' + iomodels.slug(group.name) + (share ? '-ceiling' : ''), chart: 'users', choice: {pages: group.name, show: way},
    title: share ? 'How much of what is possible, with more and more users?' : 'How many pages a second, with more and more users?',
    subtitle: (share ? 'pages/s in % of the ceiling (users ÷ mean delay)' : 'pages/s') + '; ' + group.name + '; ' + C.words.closed + '; ' + C.whiskers(cells),
    alt: 'Line chart of ' + way + ' against ' + F.whole(users[0]) + ' to ' + F.whole(users[users.length - 1]) + ' users for ' + models.map(m => C.label(data, m)).join(', ') + ' on JDK ' + jdks.join(', '),
    how: 'A line for each model, its marker with the interval, and a faint dot for each fork; markers of the same number of users stand a little beside each other. A line along the ceiling keeps every user busy; where a line leaves the ceiling, the model, the stub (≥) or the machine is the limit.',
    width: 1040, height: 440, option, models, metrics: [metric], cells: values, missing: group.cells, bounds: true, many: users.length
  });
};
