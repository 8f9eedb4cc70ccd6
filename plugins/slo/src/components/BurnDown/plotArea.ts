/** Width of the axis at the left of the burn-down. Pixels. */
export const Y_AXIS_WIDTH = 68;
/** Space at the right of the burn-down. Pixels. */
export const PLOT_MARGIN = 10;
/** Height of the burn-down without its marks. Pixels. */
export const PLOT_HEIGHT = 220;
