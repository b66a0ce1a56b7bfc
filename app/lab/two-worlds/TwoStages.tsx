// Both worlds' stages. A packet that is chosen on the stage of the other world makes ladder and packet follow that world.
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import type { PacketSent } from '#simulations';
import type { StageParts } from '../LabBench.tsx';
import type { World } from './useSecondWorld.ts';
import { type WorldName, type WorldSettings, Worlds } from './Worlds.tsx';

export interface TwoStagesProps {
  readonly label: string;
  readonly settings: WorldSettings;
  readonly worlds: Readonly<Record<WorldName, World>>;
  readonly follows: WorldName;
  readonly onFollow: (world: WorldName) => void;
  /** Of the world that is followed. */
  readonly parts: StageParts;
  /** `whose`: what its summary begins with. */
  readonly stage: (parts: StageParts, world: WorldName, whose: string) => ReactNode;
}

export function TwoStages({ label, settings, worlds, follows, onFollow, parts, stage }: TwoStagesProps) {
  const t = useTranslations('twoWorlds');
  const waiting = useRef<{ readonly world: WorldName; readonly packet: PacketSent } | null>(null);
  const { onSelect } = parts;
  useEffect(() => {
    const chosen = waiting.current;
    if (chosen === null || chosen.world !== follows) return;
    waiting.current = null;
    onSelect(chosen.packet);
  }, [follows, onSelect]);
  const partsOf = (world: WorldName): StageParts => {
    if (world === follows) return parts;
    const { result, played } = worlds[world];
    return {
      playback: played.playback,
      view: played.view,
      brokerVersion: result?.brokerVersion ?? null,
      selected: null,
      onSelect: (packet) => {
        waiting.current = { world, packet };
        onFollow(world);
      },
    };
  };
  return <Worlds label={label} settings={settings} of={(world) => stage(partsOf(world), world, t('world', { world }))} />;
}
