'use strict';
/* The latency curve: every percentile on an axis of 1/(1 − p), so that the tail has as much room as the rest. */
iomodels.chart({
  id: 'latency',
  title: 'How long does a page take, for the unlucky ones too?',
  figures: data => {
    const all = iomodels.charted.scenarios(data, 'closed', 'open').flatMap(step => ['latency', 'added'].map(what => iomodels.latency(data, step, what)).filter(Boolean));
    /* first the scenario that asks how many can wait, or else the one that waits with the most contenders */
    const first = all.find(figure => figure.choice.scenario === 'wait') || all.filter(figure => figure.waits).reduce((best, figure) => (best && best.many >= figure.many ? best : figure), null);
    if (first) first.first = true;
    return all;
  }
});

iomodels.latency = (data, step, what) => {
  const C = iomodels.charted, F = iomodels.format, {scenario} = step, open = scenario.kind === 'open';
  const cells = C.drawn(data, step.cells).filter(cell => cell[what] && cell[what].all.length);
  if (!cells.length) return null;
  const jdks = C.jdks(data, cells), models = C.models(cells), metrics = (open ? ['response-'] : ['']).flatMap(of => [of + (what === 'added' ? 'added-p99' : 'p99'), ...(what === 'added' ? [] : [of + 'p99.9', of + 'max'])]);
  const fewer = open ? [] : cells.filter(cell => cell.started < cell.asked);
  /* by model where it is so on all JDKs, else by contender */
  const said = few => model => {
    const mine = few.filter(cell => cell.line === model), words = [...new Set(mine.map(C.inFlight))];
    return words.length === 1 && mine.length === cells.filter(cell => cell.line === model).length ? [C.label(data, model) + words[0]] : mine.map(cell => C.named(data, cell) + C.inFlight(cell));
  };
  const floor = 1e3, name = cell => cell.askedAs + (open ? '' : C.inFlight(cell));

  const option = (theme, slide, size) => {
    const sheet = iomodels.sheet(theme, slide, size), {type} = sheet;
    const shown = slide ? C.telling(data, models) : models, drawn = cells.filter(cell => shown.includes(cell.line));
    const values = drawn.flatMap(cell => [cell[what].max, ...cell[what].all, ...cell[what].forks.flat()]).map(v => Math.max(floor, v));
    const last = Math.max(...drawn.map(cell => Math.max(cell[what].n, 10)));
    const y = iomodels.scale.log(values, {format: F.unit('ns').tick, least: 2});
    const x = iomodels.scale.log([1, last], {format: v => F.quantile(v)});
    const ticks = [2, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8].filter(v => v <= last);
    Object.assign(x, {min: 0, max: Math.log10(last * 1.15), choices: [ticks, ticks.filter(v => v === 2 || Math.round(Math.log10(v)) % 2 === 0), [10, 1000].filter(v => v <= last)]});
    const ends = sheet.endsWide(drawn.map(cell => name(cell) + (drawn.some(one => one.line === cell.line && one.jdk === jdks[jdks.length - 1]) ? '' : '@' + cell.jdk))), left = type.text * 5, top = type.text * 2.6, bottom = type.text * 4, gap = type.text * 3;
    const width = (size.width - left - ends - gap * (jdks.length - 1)) / jdks.length, height = size.height - top - bottom, labelled = new Set(), labels = [];
    [...jdks].reverse().forEach(jdk => {
      const column = jdks.indexOf(jdk), box = {x: left + column * (width + gap), y: top, width, height};
      const at = sheet.panel(box, x, y, {title: 'JDK ' + jdk, yLabels: column === 0, xSplit: true, xName: sheet.wide('share of pages at least as fast') < width || column === jdks.length >> 1 ? 'share of pages at least as fast' : ''});
      drawn.filter(cell => cell.jdk === jdk).forEach(cell => {
        const curve = cell[what], look = iomodels.palette.of(data, cell.line, theme), pair = list => list.map((v, i) => [curve.x[i], Math.max(floor, v)]);
        curve.forks.forEach(fork => sheet.line(at, pair(fork), {color: look.color}, {width: type.thin * 0.8, opacity: 0.4, z: 2}));
        sheet.line(at, pair(curve.all), look, {width: type.line * 1.1, tips: curve.all.map((v, i) => [name(cell) + '@' + jdk + ': ' + F.time(v) + ' at ' + F.quantile(curve.x[i])])});
        const end = [curve.x[curve.all.length - 1], Math.max(floor, curve.all[curve.all.length - 1])], most = [curve.n, Math.max(floor, curve.max)];
        sheet.stroke([[at.px(end[0]), at.py(end[1])], [at.px(most[0]), at.py(most[1])]], look.color, {dash: [1, 3], width: type.thin * 1.2});
        sheet.points(at, [{x: most[0], y: most[1], hollow: cell.red.length > 0, tip: [cell.contender, 'max ' + F.time(curve.max) + ' of ' + F.whole(curve.n) + ' pages', ...cell.red.map(gate => 'gate red: ' + gate)]}], look);
        if (!labelled.has(cell.line)) labels.push(column === jdks.length - 1 ? {x: at.px(most[0]), y: at.py(most[1]), text: name(cell), look} : {y: at.py(most[1]), text: name(cell) + '@' + jdk, look});
        labelled.add(cell.line);
      });
    });
    sheet.ends(size.width - ends + type.text * 0.6, top - type.text * 0.5, top + height, labels);
    const made = sheet.option();
    return {...made, tooltip: {...made.tooltip, axisPointer: {type: 'line'}}};
  };
  const time = (what === 'added' ? 'added latency (less the page\'s own delay)' : 'latency');
  return iomodels.figures.make(data, step.run, {
    key: 'latency-' + iomodels.slug(scenario.name) + (what === 'added' ? '-added' : ''), chart: 'latency', choice: {scenario: scenario.name, show: what === 'added' ? 'added latency' : 'latency'},
    title: what === 'added' ? 'What does the model add to a page\'s own delay, for the unlucky ones too?' : 'How long does a page take, for the unlucky ones too?',
    subtitle: time + '; ' + scenario.name + ': ' + scenario.text + '; ' + C.words[scenario.kind] + '; thin lines: each fork; bold: all forks together',
    alt: 'Percentile curves of ' + time + ' (' + C.words[scenario.kind] + ') in scenario ' + scenario.name + ' for ' + models.map(m => C.label(data, m)).join(', ') + ' on JDK ' + jdks.join(', '),
    how: 'Further right are the slower pages: at 99 % one page in a hundred takes longer. A line ends where fewer than ten samples lie beyond it; the marker behind it is the slowest page of all.'
      + (cells.some(cell => cell.red.length) ? ' Open marker: a gate is red.' : '') + (fewer.length ? ' Models that started fewer users than asked are marked so: their service times do not compare with the others.' : '')
      + (cells.some(cell => cell[what].max < floor || [cell[what].all, ...cell[what].forks].flat().some(v => v < floor)) ? ' Below 1 µs drawn at 1 µs.' : ''),
    width: 1040, height: 440, option, models, metrics, cells, missing: step.cells, more: on => { const few = fewer.filter(on); return few.length ? ['fewer users in flight than asked, so service times do not compare: ' + C.listed(C.models(few).flatMap(said(few)), 8)] : []; },
    waits: scenario.waits && scenario.kind === 'closed', many: cells.length,
    rows: () => ({head: ['contender', 'percentile', 'time (ns)', 'samples'], rows: cells.flatMap(cell => [...cell[what].all.map((v, i) => [cell.contender, F.quantile(cell[what].x[i]).replace('\u202f', ' '), String(Math.round(v)), String(cell[what].n)]), [cell.contender, 'max', String(Math.round(cell[what].max)), String(cell[what].n)]])})
  });
};
