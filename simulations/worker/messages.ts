// What page and worker say to each other. Every request has a number; every answer names it.
import type { ConfigAnswer, ConfigQuestion } from '../broker/checkConfig.ts';
import type { StormCurvePoint, StormCurveSetting } from '../calculators/stormCurve.ts';
import type { Microseconds } from '../engine/time.ts';
import type { FleetResult, FleetUpdate } from '../fleet/fleetResult.ts';
import type { FleetScenario } from '../fleet/fleetScenario.ts';
import type { Scenario } from '../scenario.ts';
import type { RunDifference, RunResult, RunUpdate, RunView, SeedResult, SeedsUpdate, StepTarget, ViewRequest } from './protocol.ts';

export type Request =
  | { readonly kind: 'run'; readonly id: number; readonly channel: string; readonly scenario: Scenario }
  | { readonly kind: 'seeds'; readonly id: number; readonly channel: string; readonly scenario: Scenario; readonly count: number }
  | { readonly kind: 'fleet'; readonly id: number; readonly channel: string; readonly scenario: FleetScenario }
  | { readonly kind: 'stormCurves'; readonly id: number; readonly settings: readonly StormCurveSetting[] }
  | { readonly kind: 'cancel'; readonly id: number }
  | { readonly kind: 'checkConfig'; readonly id: number; readonly question: ConfigQuestion }
  | { readonly kind: 'view'; readonly id: number; readonly request: ViewRequest }
  | {
      readonly kind: 'difference';
      readonly id: number;
      readonly runIdA: number;
      readonly runIdB: number;
      readonly after: Microseconds | null;
    }
  | {
      readonly kind: 'step';
      readonly id: number;
      readonly runId: number;
      readonly from: Microseconds;
      readonly direction: 'forward' | 'back';
      readonly target: StepTarget;
    };

export type Update = RunUpdate | SeedsUpdate | FleetUpdate;
export type Value =
  | RunResult
  | readonly StormCurvePoint[]
  | FleetResult
  | readonly SeedResult[]
  | RunView
  | RunDifference
  | ConfigAnswer
  | Microseconds
  | null;

export type Answer =
  | { readonly kind: 'update'; readonly id: number; readonly update: Update }
  | { readonly kind: 'done'; readonly id: number; readonly value: Value }
  | { readonly kind: 'failed'; readonly id: number; readonly code: 'run' | 'cancelled'; readonly message: string };
