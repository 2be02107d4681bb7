'use strict';
/* What is large is built when it is opened, all of it before printing; and an id in the address opens what it is in. */
(() => {
  const {element, find} = iomodels;
  const all = [], owners = new Map();
  let marked = null;

  /** Details whose inside is made by build() → nodes once they are opened; `owns`: ids that are to be found inside. */
  iomodels.lazy = (summary, build, {open = false, owns = [], id} = {}) => {
    const details = element('details', {id, class: 'lazy'}, element('summary', {}, ...[summary].flat()));
    let made = false;
    const make = () => {
      if (made) return;
      made = true;
      details.append(...[build()].flat().filter(node => node));
    };
    details.addEventListener('toggle', () => { if (details.open) make(); });
    all.push({details, make});
    const show = () => { make(); details.open = true; };
    for (const own of owns) if (!owners.has(own)) owners.set(own, show);
    if (open) show();
    return details;
  };

  const openFolds = () => { for (const one of all) { one.make(); one.details.open = true; } };
  /** Opens and builds everything, the charts' tables too. */
  iomodels.openAll = () => {
    openFolds();
    for (const other of document.querySelectorAll('details:not([open])')) other.open = true;
  };

  /* On paper the charts' tables would say once more what the cells' tables say. */
  let closed = [];
  window.addEventListener('beforeprint', () => {
    closed = all.map(one => one.details).filter(details => !details.open);
    openFolds();
  });
  window.addEventListener('afterprint', () => {
    for (const details of closed) details.open = false;
    closed = [];
  });

  /** Highlights the element that an address means. */
  iomodels.mark = target => {
    if (marked) marked.classList.remove('meant');
    marked = target;
    target.classList.add('meant');
  };

  /** The fragment of the address, as it was written. */
  const fragment = () => {
    const raw = location.hash.slice(1);
    try { return decodeURIComponent(raw); } catch (malformed) { return raw; }
  };

  /** Opens, scrolls to and highlights what the address names. */
  iomodels.goTo = () => {
    const id = fragment();
    if (!id || id === 'content') return;
    const what = find.named(id);
    if (!document.getElementById(id) && owners.has(id)) owners.get(id)();
    if (!document.getElementById(id) && what && owners.has(find.path(what.cell))) owners.get(find.path(what.cell))();
    const target = document.getElementById(id) || (what && document.getElementById(find.path(what.cell)));
    if (!target) { if (what) iomodels.say('No table here shows ' + id); return; }
    for (let around = target.parentElement; around; around = around.parentElement) if (around.tagName === 'DETAILS') around.open = true;
    if (what) iomodels.mark(target);
    target.scrollIntoView({block: what ? 'center' : 'start', behavior: 'instant'});
    if (what && target.focus) target.focus({preventScroll: true});
  };
  window.addEventListener('hashchange', iomodels.goTo);
})();
