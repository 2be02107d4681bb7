'use strict';
/* Puts the page together: header, sections in their order, navigation, theme, address. */
(() => {
  const {element, find} = iomodels;
  const data = iomodels.data;
  const order = ['answers', 'differences', 'stops', 'charts', 'jdks', 'cost', 'quality', 'environment', 'cells', 'reading'];
  const shapes = {CITABLE: '●', INDICATIVE: '◐', NOT_CITABLE: '✕', SMOKE: '△'};

  /** What numbers may be used for, as words in a shape. */
  const badge = of => element('span', {class: 'badge', 'data-kind': of.kind}, element('span', {'aria-hidden': 'true'}, shapes[of.kind] || '○'), ' ' + of.text);

  const ofRun = (run, at) => {
    const cells = data.cells.filter(cell => cell.run === at), forks = cells.reduce((sum, cell) => sum + cell.forks.length, 0);
    const pairs = [['machine', run.machine], ['JDKs', run.jdks], ['measured', run.date + ', preset ' + run.preset + ', ' + run.blocks + (run.blocks === 1 ? ' block' : ' blocks')],
      ['holds', cells.length + (cells.length === 1 ? ' cell, ' : ' cells, ') + forks + (forks === 1 ? ' fork' : ' forks')], ['tool', 'iomodels ' + String(run.tool).replace(/^iomodels /, '') + ', commit ' + String(run.commit).slice(0, 12)]];
    return element('div', {class: 'run'},
      find.several ? element('h2', {class: 'run-id'}, element('span', {class: 'letter'}, find.letter(at)), ' ', run.id) : null,
      find.several ? element('p', {}, badge(run.badge)) : null,
      element('dl', {class: 'brief'}, ...pairs.map(([name, value]) => element('div', {}, element('dt', {}, name), element('dd', {}, value)))));
  };

  const smoke = data.badge.kind === 'SMOKE' || data.runs.some(run => run.badge.kind === 'SMOKE');
  const bands = () => {
    const said = [];
    if (smoke)
      said.push(['Not a measurement', 'A smoke run shows that everything works. Its numbers mean nothing; do not quote or compare them.']);
    for (const run of data.runs) if (run.status !== 'FINISHED')
      said.push(['Not finished', 'Run ' + run.id + ' is ' + String(run.status).toLowerCase() + ': forks may be missing, and nothing here can be cited.']);
    return said.map(([loud, quiet]) => element('p', {class: smoke ? 'band loud' : 'band', role: 'note'}, element('strong', {}, loud), ' ', quiet));
  };

  const header = () => element('header', {class: 'top'},
    element('p', {class: 'eyebrow'}, data.kind === 'comparison' ? 'iomodels · two runs compared' : 'iomodels · how should a JVM program wait for the network?'),
    element('h1', {}, data.title), find.several ? null : element('p', {}, badge(data.badge)),
    ...bands(), element('div', {class: 'runs'}, ...data.runs.map(ofRun)));

  const sections = () => order.map(id => iomodels.sections.find(section => section.id === id)).filter(Boolean).map(section => {
    const around = element('section', {id: section.id, 'aria-labelledby': 'title-' + section.id}, element('h2', {id: 'title-' + section.id}, section.title));
    document.getElementById('content').append(around);
    try {
      const inside = section.build().flat().filter(node => node);
      around.append(...inside);
      if (inside.length) return section;
    } catch (failed) {
      iomodels.errors.push(section.id + ': ' + failed.message);
      around.append(element('p', {class: 'band', role: 'note'}, 'This section could not be shown: ' + failed.message));
      return section;
    }
    around.remove();
    return null;
  }).filter(Boolean);

  const themes = ['auto', 'light', 'dark'];
  const themeSwitch = () => {
    let at = 0;
    const button = element('button', {type: 'button', class: 'theme', onclick: () => {
      at = (at + 1) % themes.length;
      if (at) document.documentElement.dataset.theme = themes[at];
      else delete document.documentElement.dataset.theme;
      button.textContent = 'Theme: ' + themes[at];
    }}, 'Theme: auto');
    return button;
  };

  const navigation = shown => {
    const links = new Map(shown.map(section => [section.id, element('a', {href: '#' + section.id}, section.nav)]));
    document.getElementById('sections').append(...[
      element('a', {class: 'home', href: '#content'}, 'iomodels'), smoke ? element('strong', {class: 'warning'}, 'not a measurement') : null, element('ul', {}, ...[...links.values()].map(link => element('li', {}, link))), themeSwitch()].filter(Boolean));
    const here = new Set();
    const watch = new IntersectionObserver(entries => {
      for (const entry of entries) if (entry.isIntersecting) here.add(entry.target.id); else here.delete(entry.target.id);
      const first = shown.find(section => here.has(section.id));
      for (const [id, link] of links) if (first && id === first.id) link.setAttribute('aria-current', 'true'); else link.removeAttribute('aria-current');
    }, {rootMargin: '-15% 0px -70% 0px'});
    for (const section of shown) watch.observe(document.getElementById(section.id));
  };

  if (location.hash === '#figures') { iomodels.figures.write(); return; }
  document.getElementById('content').append(header());
  navigation(sections());
  if (location.hash) iomodels.goTo();
  iomodels.ready = true;
})();
