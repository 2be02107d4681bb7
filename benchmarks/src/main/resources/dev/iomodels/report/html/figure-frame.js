'use strict';
/* The frame of a chart's figures: choices, the chart itself (drawn when it comes into view), footer, buttons and table twin. */
(() => {
  const {element, figures} = iomodels;
  const frames = new Map();
  const theme = () => document.documentElement.dataset.theme || (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');

  const frame = chart => {
    const variants = figures.of(chart);
    if (!variants.length) return null;
    const parts = {
      title: element('h3', {class: 'figure-title', id: 'figure-' + chart.id + '-title'}), subtitle: element('p', {class: 'figure-subtitle'}),
      choices: element('div', {class: 'figure-choices'}), chart: element('div', {class: 'chart', role: 'img'}), paper: element('div', {class: 'figure-paper', 'aria-hidden': 'true'}),
      notes: element('div', {class: 'figure-notes'}), how: element('p', {class: 'figure-how'}), footer: element('footer', {class: 'figure-footer'}),
      said: element('div', {class: 'figure-said', role: 'status'}), buttons: element('div', {class: 'figure-buttons'}), table: element('div', {class: 'figure-scroll'})
    };
    const details = element('details', {class: 'figure-table'}, element('summary', {}, 'The numbers of this chart as a table'), parts.table);
    const root = element('figure', {class: 'figure', id: 'figure-' + chart.id, 'aria-labelledby': 'figure-' + chart.id + '-title'},
      element('header', {}, parts.title, parts.subtitle), parts.choices, element('div', {class: 'figure-scroll', tabindex: '0', role: 'group'}, parts.chart), parts.paper,
      parts.notes, parts.how, parts.footer, parts.buttons, parts.said, details);
    const self = {chart, variants, parts, root, details, figure: null, canvas: null, seen: false, show: figure => show(self, figure), draw: () => draw(self)};
    details.addEventListener('toggle', () => fill(self));
    buttons(self);
    frames.set(chart.id, self);
    show(self, variants[0]);
    seen.observe(root);
    return root;
  };

  const seen = new IntersectionObserver(entries => entries.filter(entry => entry.isIntersecting).forEach(entry => {
    const self = [...frames.values()].find(one => one.root === entry.target);
    self.seen = true;
    self.draw();
    seen.unobserve(entry.target);
  }), {rootMargin: '400px'});

  /** Puts a variant into its frame; draws it if the frame has been seen. */
  const show = (self, figure) => {
    const {parts} = self;
    self.figure = figure;
    parts.title.textContent = figure.title;
    parts.subtitle.textContent = figure.subtitle;
    parts.chart.setAttribute('aria-label', figure.alt);
    /* as high as it will be, so that nothing moves when it is drawn */
    parts.chart.style.height = figure.height + 'px';
    parts.chart.parentNode.setAttribute('aria-label', figure.title);
    parts.how.textContent = figure.how;
    parts.footer.textContent = figures.footer(figure);
    parts.notes.replaceChildren(...figure.notes(false).map(note => element('p', {class: 'figure-note'}, note)));
    parts.said.replaceChildren();
    choose(self);
    fill(self);
    if (self.seen) self.draw();
  };

  const draw = self => {
    const {chart} = self.parts, figure = self.figure;
    const room = self.root.querySelector('.figure-scroll').clientWidth || figure.width;
    const size = {width: Math.max(Math.min(room, 1400), Math.min(figure.width, figure.least || 720)), height: figure.height};
    chart.style.width = size.width + 'px';
    chart.style.height = size.height + 'px';
    if (!self.canvas) self.canvas = echarts.init(chart, null, {renderer: 'svg', ...size});
    else self.canvas.resize(size);
    /* the tooltip stays: one that is replaced while it shows fails in its own timer */
    self.canvas.setOption(figure.option(theme(), false, size), {replaceMerge: ['grid', 'xAxis', 'yAxis', 'series', 'graphic']});
    self.width = room;
  };

  /** A select for each thing in which the variants differ. */
  const choose = self => {
    const {variants, figure, parts} = self;
    const names = [...new Set(variants.flatMap(one => Object.keys(one.choice)))];
    const selects = names.map(name => {
      const values = [...new Set(variants.map(one => one.choice[name]).filter(value => value !== undefined))];
      if (values.length < 2 || figure.choice[name] === undefined) return null;
      const select = element('select', {name, onchange: event => pick(self, name, values[event.target.selectedIndex])}, values.map(value => element('option', {selected: value === figure.choice[name]}, value)));
      return element('label', {}, name + ' ', select);
    }).filter(Boolean);
    const focused = document.activeElement && parts.choices.contains(document.activeElement) && document.activeElement.name;
    parts.choices.replaceChildren(...selects);
    parts.choices.hidden = !selects.length;
    if (focused) (parts.choices.querySelector('select[name="' + focused + '"]') || parts.choices).focus();
  };
  const pick = (self, name, value) => {
    const alike = one => Object.keys(one.choice).filter(other => one.choice[other] === self.figure.choice[other]).length;
    const [best] = self.variants.filter(one => one.choice[name] === value).sort((a, b) => alike(b) - alike(a));
    if (best) self.show(best);
  };

  /** The table twin, made when it is opened. */
  const fill = self => {
    if (!self.details.open) return self.parts.table.replaceChildren();
    const {head, rows} = self.figure.table;
    return self.parts.table.replaceChildren(element('table', {}, element('caption', {}, self.figure.title),
      element('thead', {}, element('tr', {}, head.map(name => element('th', {scope: 'col'}, name)))),
      element('tbody', {}, rows.map(row => element('tr', {}, row.map((value, i) => (i === 0 ? element('th', {scope: 'row'}, value) : element('td', {}, value))))))));
  };

  const buttons = self => {
    const save = (ending, type, text) => figures.save(self.figure, ending, new Blob([text], {type}));
    const picture = (slide, ending) => figures.png(figures.svg(self.figure, {theme: theme(), slide}), slide ? 1 : 2).then(blob => figures.save(self.figure, ending, blob));
    const add = (label, title, action) => self.parts.buttons.append(element('button', {type: 'button', title, onclick: action}, label));
    add('SVG', 'Save the figure as an SVG file', () => save('.svg', 'image/svg+xml', figures.svg(self.figure, {theme: theme()})));
    add('PNG', 'Save the figure as a PNG file', () => picture(false, '.png'));
    add('Slide', 'Save the figure as a slide, 1920 × 1080', () => picture(true, '-slide.png'));
    add('CSV', 'Save the numbers of the figure as a CSV file', () => save('.csv', 'text/csv', figures.csv(self.figure)));
    add('Citation', 'Copy the citation of the figure and its numbers', () => copy(self, figures.citation(self.figure)));
  };
  /** Copies a text, and shows what was copied; where a page may not copy, the text is selected instead. */
  const copy = async (self, text) => {
    const area = element('textarea', {readonly: true, rows: 6, 'aria-label': 'Citation'});
    area.value = text;
    const word = element('p', {});
    self.parts.said.replaceChildren(word, area);
    let copied = false;
    try { await navigator.clipboard.writeText(text); copied = true; } catch (refused) {
      area.select();
      try { copied = document.execCommand('copy'); } catch (unknown) { copied = false; }
    }
    word.textContent = copied ? 'Copied:' : 'To copy, press Ctrl+C (or ⌘C):';
    if (!copied) { area.focus(); area.select(); }
  };

  /** For paper: each figure once more, light, as wide as the page. */
  const toPaper = () => {
    for (const self of frames.values()) {
      const made = new DOMParser().parseFromString(figures.svg(self.figure, {theme: 'light'}), 'image/svg+xml').documentElement;
      made.setAttribute('width', '100%');
      made.removeAttribute('height');
      self.parts.paper.replaceChildren(document.importNode(made, true));
    }
  };
  window.addEventListener('beforeprint', toPaper);
  window.addEventListener('afterprint', () => { for (const self of frames.values()) self.parts.paper.replaceChildren(); });

  const drawn = () => [...frames.values()].filter(self => self.seen);
  const redraw = () => drawn().forEach(self => self.draw());
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', redraw);
  new MutationObserver(redraw).observe(document.documentElement, {attributes: true, attributeFilter: ['data-theme']});
  let waiting = 0;
  window.addEventListener('resize', () => { clearTimeout(waiting); waiting = setTimeout(() => drawn().filter(self => self.root.querySelector('.figure-scroll').clientWidth !== self.width).forEach(self => self.draw()), 120); });

  /** Draws every frame, seen or not. */
  iomodels.drawAll = () => { for (const self of frames.values()) { self.seen = true; self.draw(); } };
  Object.assign(figures, {frame,
    /** Shows the variant of a chart with these choices. */
    pick: (chart, choices) => { const self = frames.get(chart); if (self) for (const [name, value] of Object.entries(choices)) pick(self, name, value); return !!self; },
    /** Fills <pre id="figures"> with the figures as JSON, for who reads the page without a screen. */
    write: () => {
      const pre = document.getElementById('figures') || document.body.appendChild(element('pre', {id: 'figures'}));
      pre.textContent = JSON.stringify(figures.main().map(figure => ({key: figure.key, svg: figures.svg(figure), slide: figures.svg(figure, {slide: true})})));
    }});
})();
