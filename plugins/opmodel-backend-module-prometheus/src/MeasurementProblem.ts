/** One objective cannot be measured, in words for whoever wrote the document. */
export class MeasurementProblem extends Error {
  readonly name = 'MeasurementProblem';
}
