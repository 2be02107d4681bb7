'use strict';
/* The run itself: every fork in the order they ran, its value against its cell's mean, and what the machine did meanwhile. */
iomodels.chart({
  id: 'quality',
  title: 'Was the machine steady while the run was on?',
  figures: data => data.runs.map((_, run) => iomodels.quality(data, run)).filter(Boolean)
});

iomodels.quality = (data, run) => {
  const C = iomodels.charted, F = iomodels.format, bands = data.bands || {};
  const forks = data.cells.filter(cell => cell.run === run).flatMap(cell => cell.forks.filter(fork => fork.status === 'measured' && fork.place).map(fork => ({...fork, cell})));
  if (!forks.length) return null;
  const has = name => forks.some(fork => fork[name] !== undefined && fork[name] !== null);
  const ns = F.unit('ns'), percent = F.unit('%');
  const panels = [
    {name: 'share', title: 'value ÷ mean of its cell', say: v => F.tick(+v.toFixed(4)), tick: v => F.tick(v), tall: 2},
    {name: 'hiccup', title: 'hiccups, p99.9 (log)', say: ns.value, tick: ns.tick, log: true, band: bands.hiccup},
    {name: 'stolen', title: 'CPU stolen by the hypervisor', say: percent.value, tick: percent.tick, band: bands.stolen},
    {name: 'others', title: 'CPU used by others', say: percent.value, tick: percent.tick, band: bands.others},
    {name: 'late', title: 'lateness of the stub, p99 (log)', say: ns.value, tick: ns.tick, log: true, band: bands.late}
  ].filter(panel => has(panel.name));
  const models = C.models(forks.map(fork => fork.cell)), most = Math.max(...forks.map(fork => fork.place));

  const option = (theme, slide, size) => {
    const sheet = iomodels.sheet(theme, slide, size), {type, ink} = sheet, stack = slide ? panels.slice(0, 2) : panels;
    const left = type.text * 5.4, right = type.text * 5.5, gap = type.text * 2.6, keyed = slide ? C.telling(data, models) : models;
    const head = sheet.key(left, type.text, size.width - left - type.text, keyed.map(model => ({text: C.label(data, model), look: iomodels.palette.of(data, model, theme)}))) + type.text * 2.6;
    const unit = (size.height - head - type.text * 4 - gap * (stack.length - 1)) / stack.reduce((sum, panel) => sum + (panel.tall || 1), 0);
    const x = {...iomodels.scale.linear([0, most], {format: F.tick, most: most + 1}), min: 0}, small = Math.max(0.35, Math.min(0.8, 26 / Math.sqrt(forks.length)));
    let y = head;
    for (const panel of stack) {
      const list = forks.filter(fork => fork[panel.name] !== undefined && fork[panel.name] !== null), values = list.map(fork => fork[panel.name]);
      const [amber, red] = panel.band || [], highest = Math.max(...values), positive = Math.min(...values.filter(v => v > 0));
      const scale = panel.log ? iomodels.scale.log([...values.filter(v => v > 0), ...(amber ? [amber * 1.3] : [])], {format: panel.tick, least: 3}) : iomodels.scale.linear([...values, ...(amber ? [amber * 1.3] : [])], {zero: panel.name !== 'share', format: panel.tick, least: panel.name === 'share' ? 0.1 : 0});
      const height = unit * (panel.tall || 1), at = sheet.panel({x: left, y, width: size.width - left - right, height}, x, scale, {title: panel.title, xLabels: panel === stack[stack.length - 1], xName: panel === stack[stack.length - 1] ? 'place in the run' : ''});
      const top = scale.back(scale.max), strip = (from, to, fill, words) => {
        if (from >= top) return;
        const upper = at.py(Math.min(to, top)), lower = at.py(Math.max(from, scale.floor));
        sheet.rect(left, upper, at.box.width, lower - upper, fill);
        sheet.text(left + at.box.width + type.text * 0.5, at.py(from), words, {color: ink.soft});
      };
      if (amber) strip(amber, red || Infinity, ink.amber, 'amber');
      if (red) strip(red, Infinity, ink.red, 'red');
      if (panel.name === 'share') sheet.stroke([[left, at.py(1)], [left + at.box.width, at.py(1)]], ink.line, {width: type.thin * 1.5, z: 1});
      models.forEach(model => {
        const mine = list.filter(fork => fork.cell.line === model);
        if (mine.length) sheet.points(at, mine.map(fork => ({x: fork.place, y: panel.log ? Math.max(fork[panel.name], positive) : fork[panel.name], hollow: fork.red.length > 0,
          tip: [fork.cell.path + ', block ' + fork.block, panel.title + ': ' + panel.say(fork[panel.name]), ...fork.amber.map(gate => 'amber: ' + gate), ...fork.red.map(gate => 'red: ' + gate)]})), iomodels.palette.of(data, model, theme), {scale: small, opacity: 0.75});
      });
      const far = list.reduce((best, fork) => (Math.abs(fork[panel.name] - (panel.name === 'share' ? 1 : 0)) > Math.abs(best[panel.name] - (panel.name === 'share' ? 1 : 0)) ? fork : best), list[0]);
      const words = far.cell.path + '/' + far.block, toLeft = at.px(far.place) + sheet.wide(words) + type.marker > left + at.box.width;
      if (panel.name === 'share' ? Math.abs(far.share - 1) > 0.02 : highest > (amber || Infinity)) sheet.text(at.px(far.place) + (toLeft ? -1 : 1) * type.marker * 0.8, at.py(far[panel.name]), words, {align: toLeft ? 'right' : 'left', back: true, color: ink.soft});
      y += height + gap;
    }
    return sheet.option();
  };
  const drift = (data.gates || []).filter(gate => gate.gate === 'drift').map(gate => 'drift over the run: ' + gate.value + ', ' + gate.light.toLowerCase());
  const plain = v => (v === undefined || v === null ? '' : String(+v.toPrecision(5)));
  return iomodels.figures.make(data, run, {
    key: 'quality', chart: 'quality', title: 'Was the machine steady while the run was on?',
    subtitle: 'every fork of the run (controls too), in the order they ran; a point is one fork; bands: from where a gate is amber or red; named: the farthest one',
    alt: 'Scatter plots of ' + forks.length + ' forks in the order they ran: ' + panels.map(panel => panel.title).join(', '),
    how: 'In a steady run the points of the first panel lie around 1 without a slope. A fork that stands out there and in a panel below may have been disturbed by the machine. Hollow: a gate of that fork is red.',
    width: 1040, height: 130 + 105 * (panels.length + 1), option, models, more: drift, least: 760,
    slideNotes: () => (panels.length > 2 ? ['2 of ' + panels.length + ' panels shown, all models in them'] : []),
    rows: () => ({head: ['place', 'fork', ...panels.map(panel => panel.title), 'gates'], rows: [...forks].sort((a, b) => a.place - b.place).map(fork => [String(fork.place), fork.cell.path + '/' + fork.block, ...panels.map(panel => plain(fork[panel.name])), [...fork.red.map(gate => 'red: ' + gate), ...fork.amber].join('; ')])})
  });
};
