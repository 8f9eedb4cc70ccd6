import { makeStyles } from '@material-ui/core/styles';
import {
  StateIcon,
  useOpmodelPalette,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useEffect, useRef } from 'react';

const useStyles = makeStyles(theme => ({
  result: {
    display: 'flex',
    gap: theme.spacing(1),
    padding: theme.spacing(0.5, 2, 1.25),
    fontSize: 13,
    lineHeight: '20px',
    overflowWrap: 'anywhere',
    '&:focus': { outline: 'none' },
  },
  empty: { padding: 0 },
  icon: { flex: 'none', paddingTop: 2 },
}));

/** Props of {@link ActionResult}. */
export interface ActionResultProps {
  /** What an action came to; undefined before and while it runs. */
  text: string | undefined;
  failed: boolean;
}

/**
 * What came of an action, read out as it appears. When the button that was
 * pressed is gone with its row, the focus comes here rather than to the top of
 * the page.
 */
export function ActionResult(props: ActionResultProps) {
  const { text, failed } = props;
  const classes = useStyles();
  const palette = useOpmodelPalette();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (text && document.activeElement === document.body) {
      place.current?.focus();
    }
  });
  const state = failed ? 'bad' : 'good';
  return (
    <div
      ref={place}
      role="status"
      tabIndex={-1}
      className={`${classes.result} ${text ? '' : classes.empty}`}
      style={{ color: palette.states[state].text }}
    >
      {text && (
        <>
          <span className={classes.icon}>
            <StateIcon state={state} />
          </span>
          <span>{text}</span>
        </>
      )}
    </div>
  );
}
