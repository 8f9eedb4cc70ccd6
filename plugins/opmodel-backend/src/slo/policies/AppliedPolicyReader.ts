import {
  type AppliedPolicy,
  appliesToSlo,
  type PolicyConsequence,
  type SloAgreement,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { Visibility } from '../../catalog/Visibility';
import type { SloPolicyReader } from '../reading/SloSurroundings';
import type { AgreementReader } from './AgreementReader';
import { describeConsequences } from './describeConsequences';
import type { PolicyExceptions } from './PolicyExceptions';
import type { SloPolicyStore } from './SloPolicyStore';
import { listVisiblePolicies, type PolicySources } from './visiblePolicies';

/** Of more consequences than these, the newest are shown. */
const SHOWN = 200;
/** The same for each SLO of a list. */
const SHOWN_OF_SLO = 20;

/** What stands beside SLOs is read from this. */
export interface AppliedPolicyReaderOptions extends PolicySources {
  store: Pick<SloPolicyStore, 'listSubjects' | 'listConsequences'>;
  exceptions: Pick<PolicyExceptions, 'listInForce' | 'isFrom'>;
  agreements: AgreementReader;
}

/** Reads what policies and contracts are to SLOs, as whoever asks may see it. */
export class AppliedPolicyReader implements SloPolicyReader {
  readonly #options: AppliedPolicyReaderOptions;

  constructor(options: AppliedPolicyReaderOptions) {
    this.#options = options;
  }

  async listApplied(
    sloRefs: readonly string[],
    visibility: Visibility,
  ): Promise<AppliedPolicy[]> {
    const { store, exceptions } = this.#options;
    const policies = await listVisiblePolicies(this.#options, visibility);
    if (policies.length === 0 || sloRefs.length === 0) {
      return [];
    }
    const [subjects, consequences] = await Promise.all([
      store.listSubjects(sloRefs),
      store.listConsequences({ sloRefs }, visibility, { limit: SHOWN }),
    ]);
    const described = await describeConsequences(consequences, exceptions);
    return policies
      .filter(({ spec }) =>
        [...subjects.values()].some(subject => appliesToSlo(spec, subject)),
      )
      .map(({ ref, title, spec: { mode, version } }) => ({
        ref,
        title,
        mode,
        version,
        consequences: described.filter(({ policyRef }) => policyRef === ref),
      }));
  }

  async listGoverned(
    sloRefs: readonly string[],
    visibility: Visibility,
  ): Promise<ReadonlySet<string>> {
    const policies = await listVisiblePolicies(this.#options, visibility);
    if (policies.length === 0 || sloRefs.length === 0) {
      return new Set();
    }
    const subjects = await this.#options.store.listSubjects(sloRefs);
    return new Set(
      [...subjects].flatMap(([ref, subject]) =>
        policies.some(({ spec }) => appliesToSlo(spec, subject)) ? [ref] : [],
      ),
    );
  }

  async listConsequences(
    sloRefs: readonly string[],
    visibility: Visibility,
  ): Promise<ReadonlyMap<string, PolicyConsequence[]>> {
    const { store, exceptions } = this.#options;
    const policyRefs = (
      await listVisiblePolicies(this.#options, visibility)
    ).map(({ ref }) => ref);
    const bySlo = new Map<string, PolicyConsequence[]>();
    if (policyRefs.length === 0 || sloRefs.length === 0) {
      return bySlo;
    }
    const consequences = await store.listConsequences(
      { policyRefs, sloRefs },
      visibility,
      { limit: sloRefs.length * SHOWN_OF_SLO },
    );
    for (const consequence of await describeConsequences(
      consequences,
      exceptions,
    )) {
      const { sloRef } = consequence;
      bySlo.set(sloRef, [...(bySlo.get(sloRef) ?? []), consequence]);
    }
    return bySlo;
  }

  listAgreements(
    subject: { sloRefs: readonly string[]; entityRefs: readonly string[] },
    visibility: Visibility,
  ): Promise<SloAgreement[]> {
    return this.#options.agreements.list(subject, visibility);
  }
}
