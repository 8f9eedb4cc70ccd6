import {
  type CheckExemption,
  type CheckVerdict,
  type EntityCheck,
  type FactEvidence,
  fillAddress,
  fillTemplate,
  namesInTemplate,
  type ScorecardCheck,
  type TemplateValues,
  type VerdictState,
} from '@opmodel/backstage-plugin-opmodel-common';
import { toInstant } from '../../lib/instants';
import { attestedProviderId } from '../attestations/AttestedFacts';
import type { ReadCheck } from './CheckExpressions';
import type { NameOwner } from './describeScorecard';
import { printCheckValue } from './printCheckValue';
import type { ShownValue, ToldFacts } from './ToldFacts';

/** What the description of a check is made of. */
export interface CheckContext {
  /** As texts call it: `entity.name`, `entity.title` and so on. */
  entity: { ref: string; kind: string; name: string; title: string };
  facts: ToldFacts;
  exemption: CheckExemption | null;
  nameOwner: NameOwner;
  /** Epoch milliseconds. */
  now: number;
}

/** The states of which there is nothing to mend. */
const wellStates: readonly VerdictState[] = ['passed', 'not_applicable'];

/**
 * One check for one entity, with what was found, what it rests on and what mends it.
 *
 * @param read - undefined where the definition has another check of that id
 * @param verdict - undefined: it is not evaluated yet
 */
export function describeCheck(
  check: ScorecardCheck,
  read: ReadCheck | undefined,
  verdict: CheckVerdict | undefined,
  context: CheckContext,
): EntityCheck {
  const { facts, now } = context;
  const state = verdict?.state ?? 'not_reported';
  const isSilent = state === 'not_reported' || state === 'error';
  const standing = isSilent ? verdict?.standing ?? null : null;
  const value = printCheckValue(read, verdict?.value ?? null, facts);
  const fill = (text: string | undefined) =>
    text === undefined
      ? null
      : fillTemplate(text, valuesFor(text, value, context));
  return {
    checkId: check.id,
    name: check.name,
    description: check.description ?? null,
    category: check.category ?? null,
    level: check.level ?? null,
    weight: check.weight,
    ownerRef: context.nameOwner(check.owner).ownerRef,
    state,
    since: toInstant(verdict?.since ?? null),
    value,
    unit: unitOf(check, read, facts),
    standing,
    pending: verdict?.pending
      ? {
          state: verdict.pending.state,
          times: verdict.pending.times,
          of: check.confirmations,
        }
      : null,
    message:
      state === 'failed' || standing === 'failed'
        ? fill(check.failureMessage)
        : null,
    solution: wellStates.includes(state) ? null : fill(check.solution),
    links: check.links.map(({ title, url }) => ({
      title,
      url: fillAddress(url, valuesFor(url, value, context)),
    })),
    detail: verdict ? verdict.detail : read?.problem ?? null,
    startsAt:
      check.startsAt !== undefined && check.startsAt > now
        ? toInstant(check.startsAt)
        : null,
    evidence: evidenceOf(check, read, facts),
    exemption: context.exemption,
    attestation:
      read?.facts.find(({ provider }) => provider === attestedProviderId)
        ?.name ?? null,
    expression: check.expression,
    filter: check.filter ?? null,
  };
}

function evidenceOf(
  { freshness }: ScorecardCheck,
  read: ReadCheck | undefined,
  facts: ToldFacts,
): FactEvidence[] {
  return (read?.facts ?? []).map(fact => facts.evidenceOf(fact, freshness));
}

function unitOf(
  { unit }: ScorecardCheck,
  read: ReadCheck | undefined,
  facts: ToldFacts,
): string | null {
  const shown = read?.shownFact;
  return unit ?? (shown && facts.definitionOf(shown)?.unit) ?? null;
}

/** What the places of a text stand for. */
function valuesFor(
  text: string,
  value: boolean | number | string | null,
  { entity, facts }: CheckContext,
): TemplateValues {
  const own: Record<string, string> = {
    'entity.ref': entity.ref,
    'entity.kind': entity.kind,
    'entity.name': entity.name,
    'entity.title': entity.title,
  };
  return new Map(
    namesInTemplate(text).map(name => {
      if (name === 'value') {
        return [name, value];
      }
      const [provider, ...rest] = name.split('.');
      return [
        name,
        own[name] ??
          printShown(facts.valueOf({ provider, name: rest.join('.') })),
      ];
    }),
  );
}

function printShown(value: ShownValue): boolean | number | string | null {
  return Array.isArray(value) ? value.join(', ') : value;
}
