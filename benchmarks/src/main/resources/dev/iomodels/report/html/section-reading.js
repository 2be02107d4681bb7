'use strict';
/* How to read this page: each chart in two sentences, the columns, and every word that is used in a sense of its own. */
(() => {
  const {element} = iomodels;
  const data = iomodels.data;
  const words = [
    ['IO model', 'One way of waiting for the network: a pool of threads, virtual threads, an event loop.'],
    ['contender', 'An IO model on a JDK, such as virtual-thread@25.'],
    ['scenario', 'Load, delay and size of pages, under one name.'],
    ['cell', 'One contender in one scenario: what a row of a table is about.'],
    ['fork', 'One JVM that measures one cell once; forks, not pages or iterations, are what is repeated, so every interval is made of forks.'],
    ['block', 'One fork of every cell in shuffled order, so that a drifting machine hits all contenders alike.'],
    ['run', 'A plan carried out: so many blocks, in one directory.'],
    ['stub', 'The server that holds each page back for exactly the delay that was asked for, in a JVM of its own.'],
    ['user', 'One closed-loop client, who asks for the next page when the last one came back; started users are those that the model can have in flight.'],
    ['closed loop', 'A number of users, each of whom waits for a page before asking again: a model that stands still is asked less meanwhile.'],
    ['open loop', 'Pages are asked for on a schedule, whether or not earlier ones came back, as in the outside world.'],
    ['ceiling', 'The most pages a second that Little’s law allows: asked users ÷ mean delay.'],
    ['service time', 'From asking to the last byte, in a closed loop: how a model treats the pages it has in flight, not how long somebody would have waited in line.'],
    ['response time', 'From when a page was due to its last byte, in an open loop: waiting in line is in it.'],
    ['coordinated omission', 'The error of asking less while a system stands still, so that the standstill is hardly seen; response times do not have it, service times do.'],
    ['added latency', 'Latency less the page’s own delay: what the model, and the queue that it causes, cost.'],
    ['turnaround', 'Asked users ÷ pages a second: what Little’s law gives each user who was asked for, those standing in line included.'],
    ['saturated', 'The open loop’s rate could not be kept: a page was five seconds late, or no place in flight was free for as long; a result, and no failure.'],
    ['95 % interval', 'A range made so that in 95 % of cases it holds the mean that ever more forks of this run would give; how one run differs from the next is not in it. None below three forks.'],
    ['family', 'The comparisons with one baseline, in one scenario, of one metric, whose intervals together are 95 % (Bonferroni).'],
    ['δ', 'The smallest difference that matters, fixed before the first fork' + (data.runs[0].delta ? ': ' + Number((data.runs[0].delta * 100).toFixed(2)) + ' %.' : '.')],
    ['verdict', 'The words that an interval allows: differs, same within ±δ, or inconclusive; none below five forks.'],
    ['A/A control', 'The same contender entered twice: what differs between the two is the machine or the method.'],
    ['stub-bound', 'The stub’s busiest thread was busy for 80 % of the time or more, so the rate is a lower bound (≥).'],
    ['gate', 'A check whether this is a measurement of what it says; amber is shown, red (!) makes a cell not citable.'],
    ['hiccup', 'How much longer than asked a thread outside the fork slept: what else the machine was doing.'],
    ['badge', 'What the numbers may be used for: smoke is no measurement, indicative is for a decision of one’s own, citable may be quoted.']
  ];

  const charts = () => [...document.querySelectorAll('figure.figure')].map(figure => [figure.querySelector('.figure-title'), figure.querySelector('.figure-how')])
    .filter(([title, how]) => title && how && how.textContent).map(([title, how]) => element('div', {}, element('dt', {}, title.textContent), element('dd', {}, how.textContent)));
  const listed = entries => element('dl', {class: 'glossary'}, ...entries);

  iomodels.section({id: 'reading', title: 'How to read this page', nav: 'How to read', build() {
    const read = charts();
    return [
      read.length ? element('h3', {}, 'The charts') : null, read.length ? listed(read) : null,
      data.legend && data.legend.length ? element('h3', {}, 'The columns') : null,
      data.legend && data.legend.length ? element('ul', {class: 'notes'}, ...data.legend.map(line => element('li', {}, line))) : null,
      element('h3', {}, 'The words'), listed(words.map(([word, means]) => element('div', {}, element('dt', {}, word), element('dd', {}, means))))
    ];
  }});
})();
