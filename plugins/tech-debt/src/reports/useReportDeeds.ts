import type { DescribedDebtReport } from '@opmodel/backstage-plugin-opmodel-common';
import {
  errorStatus,
  useAction,
  useOpmodelApi,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useState } from 'react';

/** What can be done with a report. */
export type ReportDeed = 'change' | 'link' | 'unlink' | 'remove';

/** What is done with reports of a list: what is asked for, what is running, what came of it. */
export interface ReportDeeds {
  /** The deed that asks for something first, and the report as it is known by now. */
  asked?: { deed: Exclude<ReportDeed, 'unlink'>; report: DescribedDebtReport };
  choose(deed: ReportDeed, report: DescribedDebtReport): void;
  link(itemId: string): void;
  remove(): void;
  /** A change was kept. */
  changed(): void;
  leave(): void;
  running: boolean;
  error?: Error;
  /** Somebody else changed the report first; it is read again. */
  isConflict: boolean;
  /** The last deed that was done. */
  done?: ReportDeed;
}

/** @param onChanged - reads the list again */
export function useReportDeeds(onChanged: () => void): ReportDeeds {
  const api = useOpmodelApi();
  const [asked, setAsked] = useState<ReportDeeds['asked']>();
  const [done, setDone] = useState<ReportDeed>();
  const finish = (deed: ReportDeed) => {
    setAsked(undefined);
    setDone(deed);
    onChanged();
  };
  const action = useAction(
    async (
      deed: ReportDeed,
      report: DescribedDebtReport,
      itemId: string | null = null,
    ) => {
      const { id, version } = report;
      try {
        await (deed === 'remove'
          ? api.deleteDebtReport(id, version)
          : api.changeDebtReport(id, { version, itemId }));
      } catch (error) {
        if (errorStatus(error as Error) === 409) {
          const current = await api.getDebtReport(id);
          setAsked(before => before && { ...before, report: current });
          onChanged();
        }
        throw error;
      }
      finish(deed);
    },
    () => {},
  );
  return {
    asked,
    choose(deed, report) {
      setDone(undefined);
      if (deed === 'unlink') {
        action.run('unlink', report);
      } else {
        setAsked({ deed, report });
      }
    },
    link: itemId => asked && action.run('link', asked.report, itemId),
    remove: () => asked && action.run('remove', asked.report),
    changed: () => finish('change'),
    leave: () => setAsked(undefined),
    running: action.running,
    error: action.error,
    isConflict: action.error !== undefined && errorStatus(action.error) === 409,
    done,
  };
}
