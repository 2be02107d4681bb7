'use strict';
/* The iterations of one cell, fork by fork: was it warm when it was measured? */
iomodels.chart({
  id: 'iterations',
  title: 'Was it warm when it was measured?',
  figures: data => {
    const cells = data.cells.filter(cell => cell.forks.some(fork => (fork.iterations || []).length > 1));
    const spread = cell => { const values = cell.forks.map(fork => fork.rate).filter(v => v > 0); return values.length > 1 ? Math.max(...values) / Math.min(...values) : 0; };
    const widest = cells.reduce((best, cell) => (!best || spread(cell) > spread(best) ? cell : best), null);
    return cells.map(cell => iomodels.iterations(data, cell, cell === widest));
  }
});

iomodels.iterations = (data, cell, first) => {
  const C = iomodels.charted, F = iomodels.format, scenario = data.scenarios[cell.scenario], list = scenario.kind === 'list', unit = F.unit(list ? 'ns' : '1/s');
  const forks = cell.forks.filter(fork => (fork.iterations || []).length);
  const dashes = [[], [8, 4], [2, 3], [9, 3, 2, 3], [14, 4]], markers = ['circle', 'square', 'up', 'diamond', 'down', 'plus', 'star', 'hexagon', 'bar', 'pillar'];

  const option = (theme, slide, size) => {
    const sheet = iomodels.sheet(theme, slide, size), {type, ink} = sheet, shown = slide ? forks.slice(0, 5) : forks, color = iomodels.palette.of(data, cell.line, theme).color;
    const values = shown.flatMap(fork => fork.iterations.map(one => one[1])), longest = Math.max(...shown.map(fork => fork.iterations.length)), warm = Math.max(...shown.map(fork => fork.iterations.filter(one => one[0]).length));
    const y = iomodels.scale.linear(values, {zero: false, least: Math.max(...values) * 0.1, format: unit.tick}), x = {...iomodels.scale.bands([...Array(longest)].map((_, i) => (i < warm ? 'w' + (i + 1) : String(i - warm + 1)))), even: false};
    x.choices = [1, 2, 5, 10].map(step => x.choices[0].filter((i) => (i < warm ? i : i - warm) % step === 0));
    const left = type.text * 6, top = type.text * 2.6, ends = sheet.endsWide(['fork 10']), box = {x: left, y: top, width: size.width - left - ends, height: size.height - top - type.text * 4};
    const at = sheet.panel(box, x, y, {xName: 'iteration (w: warm-up)', yName: list ? 'time' : 'pages/s'}), labels = [];
    if (warm) {
      sheet.rect(left, top, at.px(warm - 0.5) - left, box.height, ink.band);
      sheet.text(left + type.text * 0.6, top + type.text, 'warm-up, not measured', {color: ink.soft, back: true});
    }
    shown.forEach((fork, i) => {
      const look = {color, marker: markers[i % markers.length], dash: dashes[i % dashes.length]}, from = warm - fork.iterations.filter(one => one[0]).length;
      const spots = fork.iterations.map((one, j) => [from + j, one[1]]), last = spots[spots.length - 1];
      sheet.line(at, spots, look, {width: type.line * 0.8});
      sheet.points(at, spots.map((spot, j) => ({x: spot[0], y: spot[1], tip: ['fork ' + fork.block, (fork.iterations[j][0] ? 'warm-up: ' : 'iteration: ') + unit.value(spot[1])]})), look, {scale: 0.8});
      labels.push({x: at.px(last[0]), y: at.py(last[1]), text: 'fork ' + fork.block, look});
    });
    sheet.ends(left + box.width + type.text * 0.5, top, top + box.height, labels);
    return sheet.option();
  };
  return iomodels.figures.make(data, cell.run, {
    key: 'iterations-' + iomodels.slug(cell.path), chart: 'iterations', choice: {cell: cell.path}, first, title: 'Was ' + cell.contender + ' warm when it was measured?',
    subtitle: (list ? 'time for the list' : 'pages/s') + ' of each iteration; ' + scenario.name + ': ' + scenario.text + '; ' + (scenario.kind === 'open' ? 'open loop' : scenario.kind === 'list' ? 'a list of pages' : 'closed loop') + '; a line for each fork; the axis does not begin at 0',
    alt: 'Line chart of ' + forks.length + ' forks of ' + cell.path + ', iteration by iteration',
    how: 'If the lines still climb where they are measured, the warm-up was too short; if they run flat at different heights, forks differ from each other, which is why the fork is the replicate.',
    width: 1040, height: 360, option, metrics: [list ? 'list-time' : scenario.kind === 'open' ? 'achieved' : 'throughput'], cells: [cell], more: cell.red.map(gate => 'gate red: ' + gate),
    slideNotes: () => (forks.length > 5 ? ['5 of ' + forks.length + ' forks shown'] : []),
    rows: () => ({head: ['fork', 'iteration', list ? 'time (ns)' : 'pages/s', 'warm-up'], rows: forks.flatMap(fork => fork.iterations.map((one, i) => [String(fork.block), String(i + 1), String(+one[1].toPrecision(7)), one[0] ? 'yes' : '']))})
  });
};
