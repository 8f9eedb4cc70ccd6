import { makeStyles } from '@material-ui/core/styles';
import {
  StateIcon,
  useOpmodelPalette,
  type Action,
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

/** A list shows this soon what an action took from it. */
const ROWS_GO_WITHIN_MS = 5_000;

/** Props of {@link ActionResult}. */
export interface ActionResultProps<Result> {
  action: Pick<Action<never[], Result>, 'result' | 'error'>;
  /** What it came to, in words. */
  done: (result: Result) => string;
  /** That it failed, in words. */
  failed: (message: string) => string;
}

/**
 * What came of an action, read out as it appears. When the button that was
 * pressed is gone with its row, the focus comes here rather than to the top of
 * the page.
 */
export function ActionResult<Result>(props: ActionResultProps<Result>) {
  const { action, done, failed } = props;
  const { result, error } = action;
  let text: string | undefined;
  if (error) {
    text = failed(error.message);
  } else if (result !== undefined) {
    text = done(result);
  }
  const classes = useStyles();
  const palette = useOpmodelPalette();
  const place = useRef<HTMLDivElement>(null);
  const owedUntil = useRef(0);
  useEffect(() => {
    owedUntil.current = Date.now() + ROWS_GO_WITHIN_MS;
  }, [result, error]);
  useEffect(() => {
    if (
      text &&
      Date.now() < owedUntil.current &&
      document.activeElement === document.body
    ) {
      place.current?.focus({ preventScroll: true });
    }
  });
  const state = error ? 'bad' : 'good';
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
