import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import type { SloProblem } from '@opmodel/backstage-plugin-opmodel-common';
import {
  NO_VALUE,
  ScrollArea,
  StateChip,
  useDenseTableStyles,
} from '@opmodel/backstage-plugin-opmodel-react';
import { sloFleetTranslationRef } from '../../translations/fleet';
import { SloLink } from '../facts';
import { DocumentSource } from './DocumentSource';

const useStyles = makeStyles({
  code: {
    fontFamily: 'ui-monospace, SFMono-Regular, Menlo, Consolas, monospace',
    fontSize: 12,
  },
  source: {
    '&&': { whiteSpace: 'normal', minWidth: 160, overflowWrap: 'anywhere' },
  },
  message: { '&&': { whiteSpace: 'normal', minWidth: 200 } },
});

/** What is wrong with documents: where, by which rule, and what stands there. */
export function ProblemTable(props: {
  label: string;
  problems: readonly SloProblem[];
  /** Leaves out what is the same in all rows. */
  ofOneSlo?: boolean;
}) {
  const { label, problems, ofOneSlo } = props;
  const { t } = useTranslationRef(sloFleetTranslationRef);
  const table = useDenseTableStyles();
  const classes = useStyles();
  return (
    <ScrollArea label={label}>
      <table className={table.table} aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{t('problems.severity')}</th>
            {!ofOneSlo && <th scope="col">{t('problems.document')}</th>}
            <th scope="col">{t('problems.message')}</th>
            <th scope="col">{t('problems.path')}</th>
            <th scope="col">{t('problems.value')}</th>
            <th scope="col">{t('problems.rule')}</th>
            {!ofOneSlo && <th scope="col">{t('problems.source')}</th>}
          </tr>
        </thead>
        <tbody>
          {problems.map(problem => (
            <tr
              key={`${problem.sloRef} ${problem.rule} ${problem.path} ${problem.value} ${problem.message}`}
            >
              <td>
                {problem.severity === 'error' ? (
                  <StateChip state="bad" label={t('problems.error')} />
                ) : (
                  <StateChip state="attention" label={t('problems.warning')} />
                )}
              </td>
              {!ofOneSlo && (
                <th scope="row">
                  <SloLink sloRef={problem.sloRef}>{problem.title}</SloLink>
                </th>
              )}
              <td className={classes.message}>{problem.message}</td>
              <td className={classes.code}>{problem.path ?? NO_VALUE}</td>
              <td className={classes.code}>{problem.value ?? NO_VALUE}</td>
              <td>{problem.rule}</td>
              {!ofOneSlo && (
                <td className={classes.source}>
                  <DocumentSource source={problem.source} />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollArea>
  );
}
