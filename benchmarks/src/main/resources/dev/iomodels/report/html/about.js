'use strict';
/* Names of contenders, and what is said about one when it is pointed at or focused: what it is, what limits it, how its cell ended. */
iomodels.about = (() => {
  const {element, find} = iomodels;
  const box = document.getElementById('about');
  let of = null, closing = 0;

  const lines = (model, cell) => [
    element('p', {class: 'about-name'}, model.name),
    model.doc && element('p', {}, model.doc),
    model.limits && model.limits.length ? element('p', {class: 'about-limits'}, 'Limits: ' + model.limits.join('; ')) : null,
    cell && cell.control ? element('p', {}, 'The A/A control: the scenario’s first contender entered a second time.') : null,
    cell && cell.stubBound ? element('p', {}, '≥ Stub-bound: the stub’s busiest thread was the limit, so its rate is a lower bound.') : null,
    cell && cell.red && cell.red.length ? element('p', {}, '! Red gate: ' + cell.red.join(', ') + '. Not to be cited.') : null,
    cell && cell.amber && cell.amber.length ? element('p', {}, 'Amber: ' + cell.amber.join(', ')) : null,
    cell && cell.status !== 'measured' ? element('p', {}, cell.status + (cell.reason ? ': ' + cell.reason : '')) : null
  ];

  const open = (button, model, cell) => {
    clearTimeout(closing);
    if (of === button) return;
    close();
    of = button;
    box.replaceChildren(...lines(model, cell).filter(line => line));
    box.hidden = false;
    button.setAttribute('aria-describedby', 'about');
    const at = button.getBoundingClientRect(), room = document.documentElement.clientWidth;
    const below = at.bottom + box.offsetHeight + 12 < window.innerHeight || at.top < box.offsetHeight + 12;
    box.style.left = Math.max(8, Math.min(at.left, room - box.offsetWidth - 8)) + window.scrollX + 'px';
    box.style.top = (below ? at.bottom + 6 : at.top - box.offsetHeight - 6) + window.scrollY + 'px';
  };
  const close = () => {
    clearTimeout(closing);
    if (of) of.removeAttribute('aria-describedby');
    of = null;
    box.hidden = true;
  };
  const soon = () => { closing = setTimeout(close, 250); };

  box.addEventListener('mouseenter', () => clearTimeout(closing));
  box.addEventListener('mouseleave', soon);
  document.addEventListener('keydown', event => { if (event.key === 'Escape') close(); });

  /** A contender's name that tells about its model; `marks` stand behind it. */
  const name = (contender, cell, marks = []) => {
    if (!cell) return element('span', {class: 'contender'}, [contender, ...marks].join(' '));
    const model = find.model(cell), show = event => open(event.currentTarget, model, cell);
    const button = element('button', {type: 'button', class: 'contender', onmouseenter: show, onmouseleave: soon, onfocus: show, onblur: soon, onclick: show}, contender);
    const bound = cell.stubBound && !marks.includes('≥') ? ['≥'] : [];
    const behind = [...new Set([...marks, ...(cell.red && cell.red.length ? ['!'] : []), ...bound])].map(mark =>
      element('abbr', {class: mark === '≥' ? 'mark bound' : 'mark', title: means(mark)}, mark));
    return element('span', {class: 'named'}, button, ...behind.flatMap(mark => [' ', mark]));
  };
  const means = mark => ({'!': 'a red gate: not to be cited', '≥': 'stub-bound: the rate is a lower bound'})[mark]
    || (mark[0] === '✗' ? 'forks that failed' : mark[0] === '≈' ? 'forks that were saturated' : '');
  return {name, close};
})();
