import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import type { PlanChange } from '@opmodel/backstage-plugin-opmodel-common';
import {
  ActionButton,
  GroupPicker,
  Panel,
  useEntityTitles,
  useFactStyles,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useState } from 'react';
import { ownershipWhatIfTranslationRef } from '../../translations/whatIf';
import { BoardTeam } from './BoardTeam';

const useStyles = makeStyles(theme => ({
  picker: { maxWidth: 360, marginBottom: theme.spacing(1.5) },
  teams: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 240px), 1fr))',
    gap: theme.spacing(1.5),
  },
}));

/** A team or a system that is on its way to another team. */
export interface Carried {
  ref: string;
  title: string;
  kind: 'team' | 'system';
}

/** Teams side by side, among which teams and systems are moved by dragging, or picked up and put down by keyboard. */
export function TeamBoard(props: { onAdd: (change: PlanChange) => void }) {
  const { t } = useTranslationRef(ownershipWhatIfTranslationRef);
  const facts = useFactStyles();
  const classes = useStyles();
  const [teams, setTeams] = useState<readonly string[]>([]);
  const [carried, setCarried] = useState<Carried | null>(null);
  const [told, setTold] = useState('');
  const titleOf = useEntityTitles(teams, true);
  const take = (one: Carried | null) => {
    setCarried(one);
    setTold(one ? t('board.pickedUp', { title: one.title }) : '');
  };
  const putOnto = (one: Carried, teamRef: string) => {
    const said = { title: one.title, team: titleOf(teamRef) };
    if (one.kind === 'team') {
      props.onAdd({ type: 'merge_teams', teamRefs: [one.ref], toRef: teamRef });
      setTold(t('board.merged', said));
    } else {
      props.onAdd({
        type: 'move_systems',
        entityRefs: [one.ref],
        toRef: teamRef,
      });
      setTold(t('board.moved', said));
    }
    setCarried(null);
  };
  return (
    <Panel title={t('board.title')}>
      <p className={facts.quiet}>{t('board.text')}</p>
      <div className={classes.picker}>
        <GroupPicker
          // A new one each time, so that it is empty again once a team is shown.
          key={teams.join()}
          label={t('board.add')}
          value={undefined}
          onChange={ref =>
            ref && setTeams(known => [...new Set([...known, ref])])
          }
        />
      </div>
      {teams.length < 2 && <p className={facts.quiet}>{t('board.none')}</p>}
      <div className={classes.teams}>
        {teams.map(ref => (
          <BoardTeam
            key={ref}
            teamRef={ref}
            title={titleOf(ref)}
            carried={carried}
            onTake={take}
            onPut={one => putOnto(one, ref)}
            onHide={() => setTeams(known => known.filter(one => one !== ref))}
          />
        ))}
      </div>
      {carried && (
        <div className={facts.actions}>
          <ActionButton onClick={() => take(null)}>
            {t('board.cancel', { title: carried.title })}
          </ActionButton>
        </div>
      )}
      <p role="status" className={facts.quiet}>
        {told}
      </p>
    </Panel>
  );
}
