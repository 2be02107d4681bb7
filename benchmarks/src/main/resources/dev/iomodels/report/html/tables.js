'use strict';
/* Tables: headers that sort, numbers that link to themselves and copy their citation, a first column that stays. */
iomodels.tables = (() => {
  const {element, find, about} = iomodels;
  const taken = new Set();

  /** A number as a link to its id; only the first one on the page carries the id. Plain text where there is no such number. */
  const number = (text, cell, metric) => {
    if (!find.number(cell, metric)) return text;
    const id = find.id(cell, metric), first = !taken.has(id);
    taken.add(id);
    const told = iomodels.objections(id).length > 0;
    return element('a', {id: first ? id : null, href: '#' + id, class: told ? 'number told' : 'number', 'data-id': id}, text);
  };

  /** Digits of a text as a number with its unit, to sort by; names that have none come last. */
  const units = {ns: 1, 'µs': 1e3, ms: 1e6, s: 1e9, B: 1, kB: 1e3, MB: 1e6, GB: 1e9};
  const amount = text => {
    const found = String(text).replace(/[\s\u202f\u00a0](?=\d)/g, '').replace('−', '-').replace(',', '').match(/(-?\d+(?:\.\d+)?)\s*(ns|µs|ms|kB|MB|GB|s|B)?(?![a-z])/);
    return found ? Number(found[1]) * (units[found[2]] || 1) : NaN;
  };
  const key = cell => {
    const told = cell.querySelector('[data-key]');
    return told ? Number(told.dataset.key) : amount(cell.textContent);
  };

  const sort = (table, column, header) => {
    const before = header.getAttribute('aria-sort'), words = column.words;
    const next = before === 'ascending' ? 'descending' : before === 'descending' ? 'none' : 'ascending';
    for (const other of header.parentNode.children) if (other.hasAttribute('aria-sort')) other.setAttribute('aria-sort', 'none');
    header.setAttribute('aria-sort', next);
    const body = table.tBodies[0], sign = next === 'descending' ? -1 : 1, at = header.cellIndex;
    const rank = row => (next === 'none' ? Number(row.dataset.place) : at >= row.cells.length ? NaN : words ? row.cells[at].textContent : key(row.cells[at]));
    const rows = [...body.rows].map(row => [rank(row), row]);
    rows.sort(([a, one], [b, other]) => order(a, b, sign) || one.dataset.place - other.dataset.place);
    body.append(...rows.map(([, row]) => row));
  };
  const order = (a, b, sign) => {
    if (typeof a === 'string' || typeof b === 'string') return sign * String(a).localeCompare(String(b), 'en', {numeric: true});
    return Number.isNaN(a) || Number.isNaN(b) ? Number.isNaN(a) - Number.isNaN(b) : sign * (a - b);
  };

  /**
   * A table.
   * columns: [{title, words: left-aligned text, wide: may wrap}], the first one names the row;
   * rows: [[text or node, …]] as long as columns, or of two parts: a name, and a remark over the rest of the line.
   */
  const make = (caption, columns, rows, {sortable = true, id} = {}) => {
    const table = element('table', {id}, element('caption', {}, caption));
    const head = columns.map((column, at) => {
      const header = element('th', {scope: 'col', class: at === 0 || column.words ? 'words' : null});
      if (!sortable || rows.length < 2) header.append(column.title);
      else {
        header.setAttribute('aria-sort', 'none');
        header.append(element('button', {type: 'button', title: 'Sort', onclick: () => sort(table, at === 0 ? {...column, words: true} : column, header)}, column.title || '\u00a0'));
      }
      return header;
    });
    table.append(element('thead', {}, element('tr', {}, ...head)), element('tbody', {}, ...rows.map((row, place) => line(row, place, columns))));
    return element('div', {class: 'scroll', tabindex: '0', role: 'region', 'aria-label': caption}, table);
  };

  const line = (row, place, columns) => {
    const [first, ...rest] = row;
    const short = row.length === 2 && columns.length > 2;
    return element('tr', {'data-place': place, class: short ? 'remark' : null}, element('th', {scope: 'row', class: 'words'}, first),
      ...(short ? [element('td', {colspan: columns.length - 1, class: 'words'}, element('span', {class: 'stay'}, rest[0]))]
        : rest.map((part, at) => element('td', {class: [columns[at + 1].words && 'words', columns[at + 1].wide && 'wide'].filter(Boolean).join(' ') || null}, part))));
  };

  /** One of the data's own tables. */
  const ofData = table => {
    const run = table.run || 0;
    const rows = table.rows.map(row => {
      const {contender, marks} = find.row(row[0]), cell = find.cell(run, table.scenario, contender);
      return [about.name(contender, cell, marks), ...row.slice(1).map((text, at) => (row.length === table.head.length ? number(text, cell, table.metrics[at + 1]) : text))];
    });
    return make(table.kind === 'main' ? table.title : table.scenario + ': ' + table.head[0], table.head.map((title, at) => ({title: at === 0 ? 'contender' : title})), rows);
  };

  /** A table of all numbers of some cells, for where the data have none of their own. */
  const ofCells = (caption, cells) => {
    const metrics = iomodels.data.metrics.filter(metric => cells.some(cell => find.number(cell, metric.id)));
    const text = (cell, metric) => {
      const told = find.number(cell, metric.id), shown = told && iomodels.format.unit(metric.unit === metric.label ? '' : metric.unit).value(told.v);
      return told ? number(told.footing === 'thin' ? '(' + shown + ')' : shown, cell, metric.id) : '–';
    };
    return make(caption, [{title: 'contender'}, ...metrics.map(metric => ({title: metric.label}))], cells.map(cell => [
      about.name(cell.contender, cell), ...(cell.status === 'measured' ? metrics.map(metric => text(cell, metric)) : [cell.status + (cell.reason ? ': ' + cell.reason : '')])]));
  };

  document.addEventListener('click', event => {
    const link = event.target.closest && event.target.closest('a[data-id]');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    iomodels.cite(link.dataset.id);
    iomodels.mark(link);
    history.replaceState(null, '', link.getAttribute('href'));
  });

  return {make, ofData, ofCells, number};
})();
