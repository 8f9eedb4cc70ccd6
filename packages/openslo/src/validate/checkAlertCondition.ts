import { checkDescription } from './checkDescription';
import { checkDuration } from './checkDuration';
import type { Dialect } from './dialect';
import type { Part } from './Part';

/** Checks the spec of an AlertCondition, as a document or inside an alert policy. */
export function checkAlertCondition(spec: Part, dialect: Dialect): void {
  spec.knows('severity', 'condition', 'description');
  checkDescription(spec);
  spec.text('severity', 'required');
  const condition = spec.map('condition', 'required');
  if (!condition) {
    return;
  }
  condition.knows('kind', 'op', 'threshold', 'lookbackWindow', 'alertAfter');
  if (!checkKind(condition)) {
    return;
  }
  checkOperator(condition);
  condition.number('threshold', 'required');
  if (typeof condition.get('lookbackWindow') === 'number') {
    checkDuration(condition, 'lookbackWindow', dialect);
  } else if (condition.text('lookbackWindow', 'required') !== undefined) {
    checkDuration(condition, 'lookbackWindow', dialect);
  }
  if (condition.has('alertAfter')) {
    checkDuration(condition, 'alertAfter', dialect, { zero: true });
  } else if (dialect.version === 'v2alpha') {
    condition.findAt(
      'alertAfter',
      'alert-after',
      'alertAfter is required: how long the condition has to hold, such as 5m.',
    );
  }
}

/** @returns whether the condition is of burn rates, or is taken as one */
function checkKind(condition: Part): boolean {
  const kind = condition.text('kind');
  if (kind === undefined || kind.toLowerCase() === 'burnrate') {
    if (kind !== 'burnrate' && (kind || !condition.has('kind'))) {
      condition.findAt('kind', 'condition-kind', 'kind is written burnrate.');
    }
    return true;
  }
  condition.choice('kind', 'optional', ['burnrate']);
  return false;
}

function checkOperator(condition: Part): void {
  if (!condition.has('op')) {
    condition.findAt(
      'op',
      'condition-operator',
      'op is required: gte alerts from the threshold on.',
    );
    return;
  }
  condition.choice('op', 'optional', ['lte', 'gte', 'lt', 'gt']);
  const operator = condition.get('op');
  if (operator === 'lte' || operator === 'lt') {
    condition.findAt(
      'op',
      'condition-operator-direction',
      `With ${operator} the alert fires while the budget burns slowly. Is ${
        operator === 'lt' ? 'gt' : 'gte'
      } meant?`,
    );
  }
}
