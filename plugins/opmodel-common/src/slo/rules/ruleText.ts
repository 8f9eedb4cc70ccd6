import type { SloDefinition, SloObjective } from '../sloDefinition';

/** Parts of what Prometheus writes as a length of time, longest first, in seconds. People speak of 28 days rather than of four weeks. */
const units: readonly [string, number][] = [
  ['d', 86_400],
  ['h', 3_600],
  ['m', 60],
  ['s', 1],
];

/** A length of time as Prometheus writes it: `30d`, `90m`. */
export function printPrometheusDuration(seconds: number): string {
  const whole = Math.max(1, Math.round(seconds));
  const [unit, length] = units.find(([, size]) => whole % size === 0)!;
  return `${whole / length}${unit}`;
}

/** `default/checkout-availability` of `slo:default/checkout-availability`. */
export function sloLabelOf({ ref }: Pick<SloDefinition, 'ref'>): string {
  return ref.replace(/^[^:]*:/, '');
}

/**
 * A name by which other tools know one objective: the SLO's own, with the place of the objective where there are several. Those tools know
 * no namespaces, so that other ones than the default stand before it.
 */
export function objectiveNameOf(
  definition: SloDefinition,
  { index }: SloObjective,
): string {
  const name = plainNameOf(definition.ref);
  return definition.objectives.length > 1 ? `${name}-${index}` : name;
}

/** Name of what is measured, for tools that want a service; that of the SLO where it measures nothing that is known. */
export function serviceNameOf({ entityRef, ref }: SloDefinition): string {
  return plainNameOf(entityRef ?? ref);
}

/** `checkout` of `component:default/checkout`, `payments-checkout` of `component:payments/checkout`. */
function plainNameOf(ref: string): string {
  const [namespace, name] = ref.replace(/^[^:]*:/, '').split('/');
  return namespace === 'default' ? name : `${namespace}-${name}`;
}

/** Selects series by labels: `{slo="default/a", objective="0"}`. */
export function printLabels(labels: Record<string, string>): string {
  const matchers = Object.entries(labels).map(
    ([name, value]) => `${name}=${JSON.stringify(value)}`,
  );
  return `{${matchers.join(', ')}}`;
}

/** Text of a document, for labels and annotations of alerts, which Prometheus takes for templates. */
export function escapeTemplate(text: string): string {
  return text.replace(/\{\{/g, '{{ "{{" }}');
}
