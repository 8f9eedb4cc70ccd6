import { makeStyles } from '@material-ui/core/styles';
import type { OwnershipRung } from '@opmodel/backstage-plugin-opmodel-common';
import {
  Snippet,
  StateChip,
  StateIcon,
  useOpmodelPalette,
} from '@opmodel/backstage-plugin-opmodel-react';
import { stateOfRung } from '../../words/ownershipStates';
import { useOwnershipWords } from '../../words/useOwnershipWords';
import type { Remedy } from './useRungRemedy';

const useStyles = makeStyles(theme => ({
  rung: {
    display: 'grid',
    gridTemplateColumns: '24px minmax(0, 1fr)',
    gap: theme.spacing(0, 1),
    '&:last-child $rail': { display: 'none' },
    '&:last-child $body': { paddingBottom: 0 },
  },
  mark: { display: 'flex', flexDirection: 'column', alignItems: 'center' },
  icon: { display: 'inline-flex', marginTop: 2 },
  rail: { flex: 1, width: 2, marginTop: 2, minHeight: 12 },
  body: { paddingBottom: theme.spacing(1.5), minWidth: 0 },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0, 1),
  },
  name: {
    margin: 0,
    fontSize: 14,
    lineHeight: '24px',
    fontWeight: 600,
    color: theme.palette.text.primary,
  },
  text: {
    margin: 0,
    fontSize: 13,
    lineHeight: '20px',
    color: theme.palette.text.secondary,
    overflowWrap: 'anywhere',
  },
}));

/** One rung: what it asks, whether it is reached, what was found, and what would help. */
export function LadderRung(props: {
  rung: OwnershipRung;
  /** Whether this one and all below it are reached. */
  climbed: boolean;
  evidence: string;
  remedy?: Remedy;
}) {
  const { rung, climbed, evidence, remedy } = props;
  const classes = useStyles();
  const palette = useOpmodelPalette();
  const words = useOwnershipWords();
  const state = stateOfRung(rung);
  return (
    <li className={classes.rung}>
      <div className={classes.mark} aria-hidden="true">
        <span
          className={classes.icon}
          style={{ color: palette.states[state].mark }}
        >
          <StateIcon state={state} size={20} />
        </span>
        <span
          className={classes.rail}
          style={{
            background: climbed ? palette.states.good.mark : palette.grid,
          }}
        />
      </div>
      <div className={classes.body}>
        <div className={classes.head}>
          <h3 className={classes.name}>{words.rung[rung.id]}</h3>
          <StateChip state={state} label={words.rungState[rung.state]} />
        </div>
        <p className={classes.text}>{evidence}</p>
        {remedy && <p className={classes.text}>{remedy.text}</p>}
        {remedy?.snippet && <Snippet text={remedy.snippet} />}
      </div>
    </li>
  );
}
