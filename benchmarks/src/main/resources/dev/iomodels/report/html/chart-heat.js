'use strict';
/* The heat map: how much of the ceiling each model reaches with how many users; the number stands in each cell. */
iomodels.chart({
  id: 'heat',
  title: 'Where does each model reach what is possible?',
  figures: data => data.runs.map((_, run) => iomodels.heat(data, run, iomodels.charted.groups(data, 'closed').filter(group => group.run === run && group.steps.some(step => step.scenario.waits && step.scenario.ceiling)))).filter(Boolean)
});

iomodels.heat = (data, run, unsorted) => {
  const groups = [...unsorted].sort((a, b) => a.steps[0].scenario.meanDelay - b.steps[0].scenario.meanDelay);
  const C = iomodels.charted, F = iomodels.format;
  const of = group => group.cells.filter(cell => C.compared(data, cell) && data.scenarios[cell.scenario].ceiling);
  const all = groups.flatMap(of), cells = all.filter(cell => C.number(cell, 'ceiling'));
  if (!cells.length) return null;
  const place = cell => data.jdks.findIndex(jdk => jdk.label === cell.jdk), newest = Math.max(...all.map(place)), several = C.jdks(data, all).length > 1;

  /** Rows of a group: {name, cells by scenario}. */
  const rowsOf = (group, slide) => {
    const rows = new Map(), list = of(group), shown = C.telling(data, C.models(list));
    for (const cell of [...list].sort((a, b) => a.line - b.line || place(a) - place(b))) {
      if (slide && (place(cell) !== newest || !shown.includes(cell.line))) continue;
      const key = cell.line + '@' + cell.jdk;
      if (!rows.has(key)) rows.set(key, {line: cell.line, name: cell.askedAs + (several ? '@' + cell.jdk : ''), cells: new Map()});
      rows.get(key).cells.set(cell.scenario, cell);
    }
    return [...rows.values()];
  };
  /** The columns; a slide has room for seven, from the fewest users to the most. */
  const stepsOf = (group, slide) => {
    const steps = group.steps.filter(step => step.scenario.ceiling), most = slide ? Math.min(7, steps.length) : steps.length;
    return [...new Set([...Array(most)].map((_, i) => Math.round(i * (steps.length - 1) / Math.max(1, most - 1))))].map(i => steps[i]);
  };
  const shownGroups = slide => (slide ? [groups.reduce((best, group) => (group.steps.length > best.steps.length ? group : best))] : groups);
  const height = () => groups.reduce((sum, group) => sum + rowsOf(group).length * 23 + 64, 10);

  const option = (theme, slide, size) => {
    const sheet = iomodels.sheet(theme, slide, size), {type, ink} = sheet, facets = shownGroups(slide).map(group => ({group, rows: rowsOf(group, slide), steps: stepsOf(group, slide)}));
    const left = Math.max(...facets.flatMap(f => f.rows.map(row => sheet.wide(row.name)))) + type.text * 2.4, head = type.text * 2, foot = type.text * 3.2;
    const most = Math.max(...facets.map(f => f.steps.length)), total = facets.reduce((sum, f) => sum + f.rows.length, 0);
    const step = (size.height - facets.length * (head + foot)) / total, width = Math.min((size.width - left) / most, slide ? 400 : 150);
    let y = 0;
    for (const {group, rows, steps} of facets) {
      sheet.text(left, y + head * 0.45, group.name, {bold: true});
      y += head;
      const box = {x: left, y, width: width * steps.length, height: step * rows.length};
      const at = sheet.panel(box, iomodels.scale.bands(steps.map(one => F.whole(one.scenario.users))), iomodels.scale.bands(rows.map(() => ''), true), {yLabels: false, xName: 'users'});
      rows.forEach((row, r) => {
        const py = y + (r + 0.5) * step;
        sheet.text(left - type.text * 2, py, row.name, {align: 'right'});
        sheet.glyph(left - type.text, py, iomodels.palette.of(data, row.line, theme));
        steps.forEach((one, c) => tile(sheet, at, row.cells.get(data.scenarios.indexOf(one.scenario)), left + c * width, y + r * step, width, step, c, r));
      });
      y += box.height + foot;
    }
    return sheet.option();
  };

  const tile = (sheet, at, cell, x, y, width, height, column, row) => {
    const {ink, type} = sheet, n = cell && C.number(cell, 'ceiling'), middle = [x + width / 2, y + height / 2];
    if (!n) { sheet.rect(x + 1, y + 1, width - 2, height - 2, 'none', {z: 2, line: ink.grid}); sheet.text(...middle, cell ? (cell.status === 'measured' ? '–' : cell.status) : '', {align: 'center', color: ink.soft}); return; }
    const share = Math.max(0, Math.min(1, n.v / 100)), rgb = ink.low.map((low, i) => Math.round(low + (ink.high[i] - low) * Math.pow(share, 1.3)));
    const fill = 'rgb(' + rgb.join(',') + ')', bright = (rgb[0] * 0.299 + rgb[1] * 0.587 + rgb[2] * 0.114) > 130, words = (cell.stubBound ? '≥ ' : '') + F.percent(n.v) + (cell.red.length ? ' !' : '');
    sheet.rect(x + 1, y + 1, width - 2, height - 2, fill, {z: 2});
    if (cell.red.length) hatch(sheet, x + 1, y + 1, width - 2, height - 2, bright ? '#000000' : '#ffffff');
    if (cell.red.length) sheet.rect(middle[0] - sheet.wide(words) / 2 - 4, middle[1] - type.text * 0.65, sheet.wide(words) + 8, type.text * 1.3, fill, {z: 4});
    sheet.text(...middle, words, {align: 'center', color: bright ? '#101316' : '#ffffff'});
    sheet.points(at, [{x: column, y: row, tip: iomodels.figures.tip(data, cell, 'ceiling', F.whole(cell.asked) + ' users')}], {color: fill, marker: 'circle'}, {opacity: 0, scale: 2});
  };
  /** Lines across a rectangle from bottom left to top right, cut at its edges. */
  const hatch = (sheet, x, y, width, height, color) => {
    const gap = sheet.type.text * 0.6;
    for (let d = gap; d < width + height; d += gap) {
      const from = Math.max(0, d - height), to = Math.min(width, d);
      sheet.stroke([[x + from, y + d - from], [x + to, y + d - to]], color, {z: 3, opacity: 0.55});
    }
  };

  return iomodels.figures.make(data, run, {
    key: 'heat', chart: 'heat', title: 'Where does each model reach what is possible?',
    subtitle: 'pages/s in % of the ceiling (users ÷ mean delay); ' + C.words.closed + '; a block for each delay; mean of ' + C.forks(cells).text + '; hatched, with !: a gate is red',
    alt: 'Heat map of % of the ceiling, models by users: ' + cells.length + ' cells',
    how: 'Darker (on a dark page: brighter) is closer to the ceiling, the number says how close. Where a row falls below 100 %, the model, the stub (≥) or the machine is the limit.',
    width: 1040, height: height(), option, metrics: ['ceiling'], cells, missing: all, marked: 'hatched', bounds: true, least: 760,
    onSlide: () => { const [group] = shownGroups(true), steps = stepsOf(group, true).map(step => data.scenarios.indexOf(step.scenario)), shown = C.telling(data, C.models(of(group))); return cell => steps.includes(cell.scenario) && place(cell) === newest && shown.includes(cell.line); },
    slideNotes: () => { const [group] = shownGroups(true), n = rowsOf(group, true).length, full = groups.reduce((sum, one) => sum + rowsOf(one).length, 0), columns = stepsOf(group, true).length, all = stepsOf(group).length; return [...(columns < all ? [columns + ' of ' + all + ' numbers of users shown'] : []), ...( n < full ? [n + ' of ' + full + ' rows shown' + (several ? ', on the newest JDK' : '')] : [])]; }
  });
};
