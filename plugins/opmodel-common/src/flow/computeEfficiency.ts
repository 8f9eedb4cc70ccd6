import { flowRatio, type FlowRatio } from './flowRatio';

/**
 * Flow efficiency: active time / flow time, both summed up over the completed items of which the states are known. An item counts
 * by its length, so that the answer of a scope is that of the union of its items.
 *
 * Source: Kersten, "Project to Product", 2018.
 *
 * @param activeSeconds - sum over the items, the day rows' `efficiency_active_seconds`
 * @param flowSeconds - sum over the same items, the day rows' `efficiency_flow_seconds`
 */
export function computeEfficiency(
  activeSeconds: number,
  flowSeconds: number,
): FlowRatio {
  return flowRatio(activeSeconds, flowSeconds);
}
