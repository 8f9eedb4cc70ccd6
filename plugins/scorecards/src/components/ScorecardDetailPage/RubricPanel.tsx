import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import type { ScorecardDetail } from '@opmodel/backstage-plugin-opmodel-common';
import {
  Hint,
  NoteChip,
  Panel,
  ScrollArea,
  useDenseTableStyles,
  useFactStyles,
  useFormats,
} from '@opmodel/backstage-plugin-opmodel-react';
import { scorecardsDetailTranslationRef } from '../../translations/detail';
import { checksOfSpec, type SpecCheck } from '../../values/readSpec';
import { LevelBadge } from '../../verdict';
import { rubricOf } from './rubricOf';

const useStyles = makeStyles({
  table: {
    '& td, & tbody th': {
      '&&': { verticalAlign: 'top', whiteSpace: 'normal' },
    },
    '& td': { minWidth: 160 },
  },
});

/** The definition as a rubric: categories down, levels across, in each cell the checks that the level asks for. */
export function RubricPanel(props: {
  detail: ScorecardDetail;
  /** Of checks that have none written down, by their ids. */
  names: ReadonlyMap<string, string>;
}) {
  const { scorecard, spec } = props.detail;
  const { t } = useTranslationRef(scorecardsDetailTranslationRef);
  const facts = useFactStyles();
  const table = useDenseTableStyles();
  const classes = useStyles();
  const checks = checksOfSpec(spec, props.names);
  const byPoints = scorecard.scheme === 'points';
  const levels = scorecard.levels.filter(({ rank }) => rank > 0);
  const empty = scorecard.levels.find(({ rank }) => rank === 0);
  // Points are reached by any checks, so no level asks for one of them.
  const rows = rubricOf(checks, byPoints ? [] : levels);
  const columns = rows[0]?.cells.map(({ level }) => level) ?? [];
  const highest = Math.max(0, ...levels.map(({ rank }) => rank));
  return (
    <Panel title={t('rubric.title')}>
      <p className={facts.quiet}>
        {byPoints ? t('rubric.captionPoints') : t('rubric.caption')}{' '}
        {empty && t('rubric.emptyLevel', { level: empty.name })}
      </p>
      {byPoints && (
        <p className={facts.text}>
          {levels.map(level => (
            <span key={level.rank}>
              <LevelBadge level={level} highest={highest} />{' '}
            </span>
          ))}
        </p>
      )}
      {checks.length === 0 ? (
        <p className={facts.quiet}>{t('rubric.empty')}</p>
      ) : (
        <ScrollArea label={t('rubric.title')}>
          <table
            className={`${table.table} ${classes.table}`}
            aria-label={t('rubric.title')}
          >
            <thead>
              <tr>
                <th scope="col">{t('rubric.category')}</th>
                {columns.map(name => {
                  const level = levels.find(known => known.name === name);
                  return (
                    <th key={name ?? ''} scope="col">
                      {level ? (
                        <>
                          <LevelBadge level={level} highest={highest} />
                          {level.description && <div>{level.description}</div>}
                        </>
                      ) : (
                        (byPoints && t('rubric.checks')) || t('rubric.noLevel')
                      )}
                    </th>
                  );
                })}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ category, cells }) => (
                <tr key={category ?? ''}>
                  <th scope="row">{category ?? t('rubric.noCategory')}</th>
                  {cells.map(({ level, checks: within }) => (
                    <td key={level ?? ''}>
                      <RubricChecks checks={within} withPoints={byPoints} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollArea>
      )}
    </Panel>
  );
}

function RubricChecks(props: {
  checks: readonly SpecCheck[];
  withPoints: boolean;
}) {
  const { checks, withPoints } = props;
  const { t } = useTranslationRef(scorecardsDetailTranslationRef);
  const facts = useFactStyles();
  const formats = useFormats();
  return (
    <ul className={facts.list}>
      {checks.map(check => (
        <li key={check.id}>
          <Hint
            title={check.description ?? check.expression ?? check.type ?? ''}
          >
            {check.name}
          </Hint>{' '}
          {withPoints && (
            <NoteChip>
              {t('rubric.points', { count: check.weight ?? 1 })}
            </NoteChip>
          )}{' '}
          {check.startsAt && (
            <NoteChip>
              {t('rubric.startsAt', { day: formats.day(check.startsAt) })}
            </NoteChip>
          )}
        </li>
      ))}
    </ul>
  );
}
