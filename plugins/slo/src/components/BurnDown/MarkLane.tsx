import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Tooltip from '@material-ui/core/Tooltip';
import { makeStyles } from '@material-ui/core/styles';
import type { SloMark } from '@opmodel/backstage-plugin-opmodel-common';
import {
  StateIcon,
  useOpmodelPalette,
  type OpmodelState,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useId, useRef, useState, type KeyboardEvent } from 'react';
import { sloChartTranslationRef } from '../../translations/chart';
import type { MarkGroup } from './budgetSpan';
import { PLOT_MARGIN, Y_AXIS_WIDTH } from './plotArea';
import type { MarkText } from './useMarkText';

const LANE_HEIGHT = 22;
/** Width that a mark needs. Pixels. */
export const MARK_WIDTH = 18;
const ICON_SIZE = 14;
/** Marks of a group that are named; the others are counted. */
const NAMED = 3;

const useStyles = makeStyles(theme => ({
  lane: {
    display: 'flex',
    alignItems: 'center',
    height: LANE_HEIGHT,
    paddingRight: PLOT_MARGIN,
  },
  label: {
    // The words may reach into the space beside the chart.
    width: Y_AXIS_WIDTH + 12,
    marginLeft: -12,
    flex: 'none',
    paddingRight: 6,
    textAlign: 'right',
    fontSize: 11,
    color: theme.palette.text.secondary,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  track: {
    position: 'relative',
    flex: 1,
    height: '100%',
    borderBottom: `1px solid ${theme.palette.divider}`,
  },
  mark: {
    appearance: 'none',
    position: 'absolute',
    top: 1,
    minWidth: MARK_WIDTH,
    height: LANE_HEIGHT - 3,
    display: 'inline-flex',
    alignItems: 'center',
    justifyContent: 'center',
    gap: 1,
    transform: 'translateX(-50%)',
    border: 'none',
    borderRadius: 4,
    padding: 0,
    background: 'none',
    font: 'inherit',
    fontSize: 11,
    cursor: 'pointer',
    '&:hover': { background: theme.palette.action.hover },
    '&[aria-pressed=true]': { background: theme.palette.action.selected },
    '&:focus-visible': {
      outline: `2px solid ${theme.palette.primary.main}`,
      outlineOffset: 0,
    },
  },
  hint: {
    position: 'absolute',
    width: 1,
    height: 1,
    overflow: 'hidden',
    clipPath: 'inset(50%)',
  },
  lines: { display: 'block' },
}));

/** Props of {@link MarkLane}. */
export interface MarkLaneProps {
  label: string;
  groups: readonly MarkGroup[];
  describe: (mark: SloMark) => MarkText;
  /** The group that stays in sight below the chart. */
  chosen: MarkGroup | undefined;
  onChoose: (group: MarkGroup) => void;
}

const steps: Record<string, (index: number, count: number) => number> = {
  ArrowRight: (index, count) => Math.min(index + 1, count - 1),
  ArrowLeft: index => Math.max(index - 1, 0),
  Home: () => 0,
  End: (_, count) => count - 1,
};

/** A row of marks on the time axis of the chart below. One stop of the keyboard, arrow keys move within it. */
export function MarkLane(props: MarkLaneProps) {
  const { label, groups, describe, chosen, onChoose } = props;
  const { t } = useTranslationRef(sloChartTranslationRef);
  const classes = useStyles();
  const palette = useOpmodelPalette();
  const hintId = useId();
  const track = useRef<HTMLDivElement>(null);
  const [stop, setStop] = useState(0);
  const reachable = Math.min(stop, groups.length - 1);
  const move = (event: KeyboardEvent, index: number) => {
    const next = steps[event.key]?.(index, groups.length);
    if (next !== undefined) {
      event.preventDefault();
      setStop(next);
      track.current?.querySelectorAll('button')[next]?.focus();
    }
  };
  return (
    <div className={classes.lane}>
      <span className={classes.label} aria-hidden="true">
        {label}
      </span>
      <span id={hintId} className={classes.hint}>
        {t('mark.hint')}
      </span>
      <div
        ref={track}
        role="group"
        aria-label={label}
        aria-describedby={hintId}
        className={classes.track}
      >
        {groups.map((group, index) => {
          const lines = linesOf(group.marks.map(describe), {
            several: n => t('mark.several', { n: String(n) }),
            more: n => t('mark.more', { n: String(n) }),
          });
          const state = stateOfGroup(group.marks);
          const first = group.marks[0];
          return (
            <Tooltip
              key={`${first.at} ${first.title}`}
              title={
                <>
                  {lines.map(line => (
                    <span key={line} className={classes.lines}>
                      {line}
                    </span>
                  ))}
                </>
              }
            >
              <button
                type="button"
                className={classes.mark}
                style={{
                  left: `${100 * group.place}%`,
                  color: state
                    ? palette.states[state].mark
                    : palette.series.deployments,
                }}
                tabIndex={index === reachable ? 0 : -1}
                aria-label={lines.join(' ')}
                aria-pressed={chosen?.marks[0] === first}
                onKeyDown={event => move(event, index)}
                onFocus={() => setStop(index)}
                onClick={() => onChoose(group)}
              >
                {state ? (
                  <StateIcon state={state} size={ICON_SIZE} />
                ) : (
                  <DeploymentIcon />
                )}
                {group.marks.length > 1 && group.marks.length}
              </button>
            </Tooltip>
          );
        })}
      </div>
    </div>
  );
}

/** What a group says: all that it holds where that is little, after how many it holds. */
function linesOf(
  texts: MarkText[],
  words: { several: (n: number) => string; more: (n: number) => string },
): string[] {
  const rest = texts.length - NAMED;
  return [
    ...(texts.length > 1 ? [words.several(texts.length)] : []),
    ...texts
      .slice(0, NAMED)
      .map(({ title, burned }) =>
        burned ? `${title}. ${burned}` : `${title}.`,
      ),
    ...(rest > 0 ? [words.more(rest)] : []),
  ];
}

/** Undefined: a deployment of which nothing bad is known. */
function stateOfGroup(marks: readonly SloMark[]): OpmodelState | undefined {
  switch (marks[0].kind) {
    case 'incident':
      return 'attention';
    case 'correction':
      return 'exempt';
    default:
      return marks.some(({ failed }) => failed) ? 'bad' : undefined;
  }
}

function DeploymentIcon() {
  return (
    <svg width="10" height="10" viewBox="0 0 10 10" aria-hidden="true">
      <path d="M5 0.5 9.5 9.5 H0.5 Z" fill="currentColor" />
    </svg>
  );
}
