'use strict';
/* Citations: the sentence that belongs to a number, the same as the command `cite` prints, and how it gets to the clipboard. */
(() => {
  const {element, find} = iomodels;
  const data = iomodels.data;
  let leaves = 0;

  /** Says a short thing where it is seen and heard; a long text under it can be copied by hand. */
  iomodels.say = (words, text) => {
    const said = document.getElementById('said');
    const area = text && element('textarea', {readonly: true, rows: 4, 'aria-label': 'the text'});
    if (area) area.value = text;
    said.replaceChildren(element('p', {}, words), ...(area ? [area, element('button', {type: 'button', onclick: () => said.replaceChildren()}, 'Close')] : []));
    if (area) area.select();
    clearTimeout(leaves);
    if (!area) leaves = setTimeout(() => said.replaceChildren(), 9000);
  };

  /** Copies a text and says `words`; where a browser forbids that, shows the text instead. */
  iomodels.copy = (text, words) => {
    const shown = () => (byHand(text) ? iomodels.say(words) : iomodels.say('This browser does not let the page copy. To copy by hand:', text));
    if (!navigator.clipboard || !navigator.clipboard.writeText) return shown();
    return navigator.clipboard.writeText(text).then(() => iomodels.say(words), shown);
  };

  const byHand = text => {
    const focused = document.activeElement;
    const area = element('textarea', {class: 'unseen', readonly: true, 'aria-hidden': 'true'});
    area.value = text;
    document.body.append(area);
    area.select();
    let done = false;
    try { done = document.execCommand('copy'); } catch (refused) { done = false; }
    area.remove();
    if (focused && focused.focus) focused.focus({preventScroll: true});
    return done;
  };

  const objections = (cell, metric, number) => [
    ...(cell.objections || []),
    ...(number.footing === 'thin' ? ['thin footing: in one of its forks fewer than 100 samples lie beyond its ' + metric] : [])
  ];

  const remark = (cell, number) => (cell.remarks || [])[number.remark] || '';

  /** Why a number must not be quoted, each in a line; empty if it may be. */
  iomodels.objections = id => {
    const {cell, metric} = find.named(id) || {};
    return metric ? objections(cell, metric, cell.numbers[metric]) : [];
  };

  /** The citation of the number with this id; with objections, why there is none; null if there is no such number. */
  iomodels.citation = id => {
    const {cell, metric} = find.named(id) || {};
    if (!metric) return null;
    const number = cell.numbers[metric], against = objections(cell, metric, number);
    if (against.length) return 'not to be cited: ' + id + ': ' + against.join('; ');
    return [
      find.metric(metric).name + ' of ' + cell.contender + ' in scenario ' + data.scenarios[cell.scenario].name + ': ' + number.say + remark(cell, number),
      cell.cite,
      'id ' + id,
      'SHA-256 of its raw files ' + cell.sha + '.'
    ].join('; ').replace(/[ \t\n\v\f\r]+/g, ' ');
  };

  /** Copies the citation of a number. */
  iomodels.cite = id => {
    const refused = iomodels.objections(id).length > 0;
    return iomodels.copy(iomodels.citation(id), refused ? 'Not to be cited; copied why: ' + iomodels.objections(id).join('; ') : 'Copied the citation of ' + id);
  };
})();
