'use strict';
/* Dots in rows: a row for each contender, one or more panels beside each other, a dot with its interval and the number in words. */
iomodels.rows = (() => {
  /** Contenders in the order of the plan, the JDKs of a model together; on a slide the five most telling models on the newest JDK. */
  const order = (data, cells, slide) => {
    const jdk = cell => data.jdks.findIndex(one => one.label === cell.jdk);
    const newest = Math.max(...cells.map(jdk));
    const of = slide ? cells.filter(cell => jdk(cell) === newest) : cells;
    const shown = slide ? iomodels.charted.telling(data, iomodels.charted.models(of)) : null;
    return of.filter(cell => !shown || shown.includes(cell.line)).sort((a, b) => a.line - b.line || jdk(a) - jdk(b));
  };
  const slideNotes = (data, cells) => {
    const shown = order(data, cells, true).length;
    return shown < cells.length ? [shown + ' of ' + cells.length + ' shown, on JDK ' + order(data, cells, true)[0].jdk] : [];
  };
  const onSlide = (data, cells) => {
    const C = iomodels.charted, shown = order(data, cells, true);
    return C.among(C.models(cells), C.models(shown), shown[0].jdk);
  };
  const height = rows => 70 + rows * 23;

  /** How option(theme, slide, size) draws panels {title, metric, name}. */
  const option = (data, cells, panels, mark = () => '') => (theme, slide, size) => {
    const C = iomodels.charted, sheet = iomodels.sheet(theme, slide, size), {type, ink} = sheet;
    const rows = order(data, cells, slide), several = new Set(rows.map(cell => cell.jdk)).size > 1;
    const labels = rows.map(cell => cell.askedAs + (several ? '@' + cell.jdk : '') + C.inFlight(cell) + mark(cell));
    const left = Math.min(size.width * 0.36, Math.max(...labels.map(sheet.wide)) + type.text * 2.2), top = type.text * (slide && panels.length > 3 ? 3.4 : 2.4), bottom = type.text * (panels.some(p => p.name) ? 4 : 2.4);
    const gap = type.text * 3, right = type.text * 2.4, width = (size.width - left - gap * (panels.length - 1) - right) / panels.length, tall = size.height - top - bottom;
    const y = iomodels.scale.bands(labels, true);
    rows.forEach((cell, i) => {
      const at = top + (i + 0.5) * tall / rows.length;
      if (i && rows[i - 1].line !== cell.line && several) sheet.stroke([[0, at - tall / rows.length / 2], [size.width, at - tall / rows.length / 2]], ink.line, {z: 0, opacity: 0.6});
      sheet.stroke([[left, at], [size.width - right, at]], ink.grid, {z: 0});
      sheet.text(left - type.text * 1.8, at, labels[i], {align: 'right'});
      sheet.glyph(left - type.text * 0.9, at, iomodels.palette.of(data, cell.line, theme));
    });
    panels.forEach((panel, p) => {
      const unit = iomodels.format.unit(C.metric(data, panel.metric).unit);
      const found = rows.map(cell => C.number(cell, panel.metric));
      const values = found.filter(Boolean).flatMap(n => [n.v, n.lo || n.v, n.hi || n.v, ...n.forks.filter(v => v > 0)]);
      const wide = Math.max(...values) / Math.min(...values) > 8;
      const x = wide ? iomodels.scale.log(panel.rule ? [...values, panel.rule] : values, {format: unit.tick}) : iomodels.scale.linear([...values, panel.most || 0], {format: unit.tick});
      const box = {x: left + p * (width + gap), y: top, width, height: tall};
      const at = sheet.panel(box, x, y, {title: sheet.folded(panel.title, width), yLabels: false, xSplit: true, ySplit: false, xName: panel.name && panel.name + (wide ? ' (log)' : '')});
      if (panel.rule) sheet.stroke([[at.px(panel.rule), top], [at.px(panel.rule), top + tall]], ink.line, {width: type.thin * 1.5, dash: [6, 4], z: 2});
      if (panel.rule) sheet.text(at.px(panel.rule), top - type.text * 0.8, 'ceiling', {align: 'center', color: ink.soft});
      rows.forEach((cell, i) => {
        const n = found[i], py = at.py(i), look = iomodels.palette.of(data, cell.line, theme);
        if (!n) { sheet.text(box.x + type.text * 0.5, py, cell.status === 'measured' ? '–' : cell.status, {color: ink.soft}); return; }
        if (n.forks.length > 1) sheet.points(at, n.forks.filter(v => v > 0).map(v => ({x: v, y: i})), look, {faint: true});
        if (n.lo !== undefined) sheet.whisker(at.px(n.lo), py, at.px(n.hi), py, look.color);
        sheet.points(at, [{x: n.v, y: i, hollow: cell.red.length > 0 || n.footing === 'thin', tip: iomodels.figures.tip(data, cell, panel.metric)}], look);
        const words = (cell.stubBound && panel.bound ? '≥ ' : '') + unit.value(n.v).replace('/s', ''), end = at.px(Math.max(n.hi || n.v, ...n.forks)) + type.marker, needs = sheet.wide(words);
        const fits = end + needs <= box.x + width + gap * 0.5;
        sheet.text(fits ? end : at.px(Math.min(n.lo || n.v, ...n.forks)) - type.marker, py, words, {align: fits ? 'left' : 'right', back: true, color: n.footing === 'thin' ? ink.soft : ink.text});
      });
    });
    return sheet.option();
  };
  return {order, option, height, slideNotes, onSlide};
})();

/** Throughput where there is nothing to draw a line through: one number of users, or a list. */
iomodels.dots = (data, group, step) => {
  const C = iomodels.charted, list = group.kind === 'list', metric = list ? 'list-time' : 'throughput', {scenario} = step;
  const cells = C.drawn(data, step.cells).filter(cell => C.number(cell, metric));
  return iomodels.figures.make(data, group.run, {
    key: 'users-' + iomodels.slug(scenario.name), chart: 'users', choice: {pages: scenario.name + ': ' + scenario.text},
    title: list ? 'How long does a list of pages take?' : 'How many pages a second, with ' + iomodels.format.whole(scenario.users) + (scenario.users === 1 ? ' user?' : ' users?'),
    subtitle: (list ? 'time for the whole list' : 'pages/s') + '; ' + scenario.name + ': ' + scenario.text + '; ' + C.words[group.kind] + '; ' + C.whiskers(cells),
    alt: 'Dot plot of ' + (list ? 'the time for the list' : 'pages/s') + ' of ' + cells.map(cell => cell.contender).join(', '),
    how: 'A row for each contender: its mean with the interval, and a faint dot for each fork.' + (list ? ' Further left is sooner.' : ' Further right is more.'),
    width: 1040, height: iomodels.rows.height(cells.length), metrics: [metric], cells, missing: step.cells, bounds: true, slideNotes: () => iomodels.rows.slideNotes(data, cells), onSlide: () => iomodels.rows.onSlide(data, cells),
    option: iomodels.rows.option(data, cells, [{title: '', metric, name: list ? 'time for the list' : 'pages/s', bound: true, rule: scenario.ceiling, most: scenario.ceiling || 0}])
  });
};
