'use strict';
/* What everything is called and looks like: numbers as text, and each model's colour, marker and dash. */
window.iomodels = window.iomodels || {};
iomodels.errors = iomodels.errors || [];
window.addEventListener('error', event => iomodels.errors.push(String(event.message)));
window.addEventListener('unhandledrejection', event => iomodels.errors.push(String(event.reason)));
iomodels.charts = [];
/** Registers a kind of chart. */
iomodels.chart = chart => iomodels.charts.push(chart);

/** Text for where markup is read: text from the data is never trusted. */
iomodels.escape = text =>
  String(text).replace(/[&<>"']/g, c => ({'&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;'})[c]);

/** Text for names of files and keys. */
iomodels.slug = text => String(text).replace(/\.\./g, '-').replace(/[^A-Za-z0-9.@]+/g, '-').replace(/^-+|-+$/g, '').toLowerCase();

/** An element with attributes and children; strings become text, never markup. */
iomodels.element = (tag, attributes, ...children) => {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {}))
    if (name.startsWith('on')) made.addEventListener(name.slice(2), value);
    else if (value !== null && value !== undefined && value !== false) made.setAttribute(name, value === true ? '' : value);
  made.append(...children.flat().filter(child => child !== null && child !== undefined));
  return made;
};

iomodels.format = (() => {
  const gap = '\u202f';
  const digits = (value, n) => {
    const v = n > 1 ? +value.toPrecision(n) : value;
    const decimals = v === 0 ? 0 : Math.max(0, n - 1 - Math.floor(Math.log10(Math.abs(v)) + 1e-9));
    const [whole, part] = Math.abs(v).toFixed(Math.min(decimals, 12)).split('.');
    const grouped = whole.length > 3 ? whole.replace(/\B(?=(\d{3})+$)/g, gap) : whole;
    return (v < 0 ? '−' : '') + grouped + (part ? '.' + part : '');
  };
  const short = v => (Math.abs(v) >= 1000 ? digits(Math.round(v), 1) : digits(v, 3));
  /** Ticks: 1, 0.5, 10 000: no digit more than it takes. */
  const tick = v => (v === 0 ? '0' : Math.abs(v) >= 1000 ? digits(v, 1) : String(+v.toPrecision(4)).replace('-', '−'));
  const scaled = (steps, text) => v => {
    if (v === 0) return '0';
    let at = 0;
    while (at < steps.length - 1 && Math.abs(v) >= steps[at + 1][0] * 0.99995) at++;
    return text(v / steps[at][0]) + gap + steps[at][1];
  };
  const times = [[1, 'ns'], [1e3, 'µs'], [1e6, 'ms'], [1e9, 's']];
  const bytes = [[1, 'B'], [1e3, 'kB'], [1e6, 'MB'], [1e9, 'GB']];
  const units = {
    '1/s': {value: v => short(v) + '/s', tick},
    ns: {value: scaled(times, short), tick: scaled(times, tick)},
    'µs': {value: v => scaled(times, short)(v * 1e3), tick: v => scaled(times, tick)(v * 1e3)},
    B: {value: scaled(bytes, short), tick: scaled(bytes, tick)},
    '%': {value: v => short(v) + gap + '%', tick: v => tick(v) + gap + '%'},
    '': {value: v => (Number.isInteger(v) ? digits(v, 1) : short(v)), tick}
  };
  const unit = name => units[name] || {value: v => short(v) + gap + name, tick: v => tick(v) + gap + name};
  return {digits, short, tick, unit, time: units.ns.value, percent: units['%'].value,
    whole: v => digits(Math.round(v), 1),
    /** A quantile's name: 99.9 % for x = 1/(1 − p) = 1000; x has three digits, and so has 1 − p. */
    quantile: x => String(+(100 - +(100 / x).toPrecision(3)).toFixed(9)) + gap + '%'};
})();

iomodels.palette = (() => {
  /* outlines within ±10; a circle is drawn as such */
  const outlines = {
    circle: null,
    square: [[-8, -8], [8, -8], [8, 8], [-8, 8]],
    diamond: [[0, -10], [10, 0], [0, 10], [-10, 0]],
    up: [[0, -9], [10, 8], [-10, 8]],
    down: [[0, 9], [10, -8], [-10, -8]],
    bar: [[-10, -4], [10, -4], [10, 4], [-10, 4]],
    pillar: [[-4, -10], [4, -10], [4, 10], [-4, 10]],
    hexagon: [[-5, -9], [5, -9], [10, 0], [5, 9], [-5, 9], [-10, 0]],
    hourglass: [[-9, -9], [9, -9], [-9, 9], [9, 9]],
    plus: [[-3, -10], [3, -10], [3, -3], [10, -3], [10, 3], [3, 3], [3, 10], [-3, 10], [-3, 3], [-10, 3], [-10, -3], [-3, -3]],
    cross: [[-10, -7], [-7, -10], [0, -3], [7, -10], [10, -7], [3, 0], [10, 7], [7, 10], [0, 3], [-7, 10], [-10, 7], [-3, 0]],
    star: [[0, -10], [2.6, -3.4], [9.5, -3.1], [4.1, 1.3], [5.9, 8.1], [0, 4.2], [-5.9, 8.1], [-4.1, 1.3], [-9.5, -3.1], [-2.6, -3.4]],
    arrow: [[-10, -9], [10, 0], [-10, 9], [-4, 0]]
  };
  const symbol = marker => (outlines[marker] ? 'path://M' + outlines[marker].map(p => p.join(',')).join('L') + 'Z' : 'circle');
  const solid = [], dash = [8, 4], dot = [2, 3], dashdot = [9, 3, 2, 3], long = [14, 4], two = [9, 3, 2, 3, 2, 3];
  /* light, dark, marker, dash: no two the same in marker and dash, so that grey paper tells them apart too */
  const known = {
    blocking: ['#0B0B0B', '#6F6F6F', 'square', solid],
    'thread-pool': ['#2648B7', '#5884F8', 'circle', solid],
    'process-pool': ['#9C622F', '#F5BF81', 'diamond', dash],
    'virtual-thread': ['#F45AA2', '#F77CB0', 'up', solid],
    selector: ['#073A29', '#BCF8FC', 'down', long],
    'url-connection': ['#5B6E9C', '#A9BCE8', 'hexagon', dashdot],
    'virtual-thread-monitor': ['#9E1B5F', '#FFB9D8', 'pillar', dot],
    'jdk-client': ['#0F7F93', '#4FC4DA', 'star', dashdot],
    'jdk-client-virtual': ['#7A55C0', '#B79CF2', 'hourglass', two],
    netty: ['#8F7A00', '#E8D44D', 'plus', dash],
    'raw-selector': ['#3E8C74', '#7FD9BD', 'bar', dashdot],
    noop: ['#8A8A8A', '#A8A8A8', 'square', dot]
  };
  const own = [
    ['#C2571A', '#FF9F66', 'arrow', two], ['#1D7FC4', '#8CCBFF', 'plus', long], ['#6B6B1F', '#D3D37C', 'star', dot],
    ['#86368F', '#E3A0EA', 'hexagon', dash], ['#3C4A57', '#AEBFCE', 'hourglass', dashdot]
  ];
  const twins = [['down', dash], ['square', dot], ['diamond', dashdot], ['up', two]];
  const made = new WeakMap();
  /* of the models that stand for a line */
  const looks = data => {
    if (made.has(data)) return made.get(data);
    let unknown = 0;
    const seen = new Map();
    const all = data.models.map((model, i) => {
      if (!data.lines.has(i)) return null;
      const look = Object.hasOwn(known, model.base) ? known[model.base] : own[unknown++ % own.length];
      const twin = seen.get(model.base) || 0;
      seen.set(model.base, twin + 1);
      const [marker, line] = twin ? twins[(twin - 1) % twins.length] : look.slice(2);
      return {light: look[0], dark: look[1], marker, dash: line};
    });
    made.set(data, all);
    return all;
  };
  const themes = {
    light: {back: '#ffffff', text: '#1a1d21', soft: '#5a626b', line: '#8b939c', grid: '#e3e6ea', band: '#eef0f3', amber: '#fdf0d5', red: '#f6dccb', mark: '#a85400', halo: '#ffffff', low: [238, 242, 252], high: [22, 45, 128]},
    dark: {back: '#15181c', text: '#eceff2', soft: '#a9b2bb', line: '#6d7680', grid: '#2b3037', band: '#22272d', amber: '#3a3019', red: '#4a2c1c', mark: '#ffb057', halo: '#15181c', low: [31, 37, 48], high: [160, 188, 255]}
  };
  const font = "-apple-system, BlinkMacSystemFont, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', 'Helvetica Neue', Arial, sans-serif";
  return {themes, font, outlines, symbol,
    /** How a line is drawn in a theme: colour, marker, dash. */
    of: (data, line, theme) => { const l = looks(data)[line]; return {color: l[theme], marker: l.marker, dash: l.dash}; }};
})();

/** A pool without a size is another model at each load: cell.line is the one that stands for all that were asked for as the same, data.lines its name. */
iomodels.lined = data => {
  const asked = new Map(), places = new Map();
  for (const cell of data.cells) {
    cell.askedAs = cell.askedAs || data.models[cell.model].name;
    asked.set(cell.askedAs, (asked.get(cell.askedAs) || new Set()).add(cell.model));
  }
  data.lines = new Map();
  for (const [name, models] of [...asked].sort((a, b) => a[1].size - b[1].size)) {
    const sorted = [...models].sort((a, b) => a - b), free = sorted.find(model => !data.lines.has(model));
    places.set(name, free === undefined ? sorted[0] : free);
    data.lines.set(places.get(name), name);
  }
  for (const cell of data.cells) cell.line = places.get(cell.askedAs);
  return data;
};

(() => {
  const data = document.getElementById('data');
  if (data) iomodels.data = iomodels.lined(iomodels.unpack(JSON.parse(data.textContent)));
})();
