'use strict';
/* Where the charts stand. A chart that fails says so and leaves the rest of the page alone. */
(() => {
  const {element} = iomodels;

  /** Charts that have a section of their own; all others stand among the charts. */
  const elsewhere = ['jdks', 'slope', 'cost', 'quality', 'iterations'];

  /** The frames of these charts, of those that have anything to show. */
  iomodels.framed = (...ids) => iomodels.charts.filter(chart => ids.includes(chart.id)).map(chart => {
    try {
      return iomodels.figures.frame(chart);
    } catch (failed) {
      iomodels.errors.push(chart.id + ': ' + failed.message);
      return element('p', {class: 'figure-note'}, 'The chart “' + chart.id + '” could not be drawn: ' + failed.message + '. Its numbers are in the tables below.');
    }
  });

  iomodels.section({id: 'charts', title: 'Charts', nav: 'Charts', build() {
    return [...iomodels.framed(...iomodels.charts.map(chart => chart.id).filter(id => !elsewhere.includes(id))),
      iomodels.verdicts('models', 'In words: which differences between models are real')];
  }});

  iomodels.section({id: 'jdks', title: 'JDK comparison', nav: 'JDKs', build() {
    return [...iomodels.framed('jdks', 'slope'), iomodels.verdicts('jdks', 'In words: the same model on other JDKs')];
  }});

  iomodels.section({id: 'cost', title: 'Cost', nav: 'Cost', build() {
    return [...iomodels.framed('cost'), ...iomodels.dataTables('cost', 'What a page cost in')];
  }});
})();
