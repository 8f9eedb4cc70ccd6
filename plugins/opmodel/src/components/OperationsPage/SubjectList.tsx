import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import type { EngineHealth } from '@opmodel/backstage-plugin-opmodel-common';
import { Panel, StateChip } from '@opmodel/backstage-plugin-opmodel-react';
import { opmodelOperationsTranslationRef } from '../../operationsTranslation';
import { useNoteStyles } from './useNoteStyles';

const useStyles = makeStyles(theme => ({
  list: {
    listStyle: 'none',
    margin: 0,
    padding: 0,
    display: 'grid',
    gap: theme.spacing(1, 3),
    gridTemplateColumns: 'repeat(auto-fill, minmax(220px, 1fr))',
  },
  subject: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0, 1),
    fontSize: 13,
    lineHeight: '24px',
  },
}));

/** Each subject of the portal: on or off. */
export function SubjectList(props: { subjects: EngineHealth['subjects'] }) {
  const { t } = useTranslationRef(opmodelOperationsTranslationRef);
  const classes = useStyles();
  const notes = useNoteStyles();
  // One of a newer engine is called by its id.
  const names: Record<string, string> = {
    dora: t('subjects.name.dora'),
    flow: t('subjects.name.flow'),
    ownership: t('subjects.name.ownership'),
    decisions: t('subjects.name.decisions'),
    slo: t('subjects.name.slo'),
    scorecards: t('subjects.name.scorecards'),
    'tech-debt': t('subjects.name.techDebt'),
  };
  return (
    <Panel>
      <ul className={classes.list}>
        {props.subjects.map(({ id, enabled }) => (
          <li key={id} className={classes.subject}>
            <span>{names[id] ?? t('subjects.name.other', { id })}</span>
            <StateChip
              state={enabled ? 'good' : 'no_data'}
              label={enabled ? t('subjects.on') : t('subjects.off')}
            />
            {!enabled && (
              <span className={notes.line}>
                {t('subjects.offHint', { id })}
              </span>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
