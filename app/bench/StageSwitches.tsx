// The switches on the stage: real buttons that lie on the drawing, in the boxes of those whose they are. They show how things stand at the playhead.
import { type ReactNode, useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { RunView } from '#simulations/worker';
import { Icon, type IconName } from '../ui/Icon.tsx';
import type { BenchCast } from './benchClients.ts';
import type { ClientGeometry } from './clientGeometry.ts';
import styles from './StageSwitches.module.css';
import type { Box } from './stageGeometry.ts';
import { type ClientSwitch, flipOf, isOn, type StageSwitching, type SwitchAction, switchesOf } from './stageSwitching.ts';

/** Switches with less room than this are icons alone. Pixels. */
const ROOM_FOR_WORD = 58;
const ICONS: Readonly<Record<ClientSwitch, { readonly on: IconName; readonly off: IconName }>> = {
  cable: { on: 'cable', off: 'cableOut' },
  wifi: { on: 'wifi', off: 'wifiOut' },
  power: { on: 'power', off: 'powerOut' },
};

export interface StageSwitchesProps {
  readonly geometry: ClientGeometry;
  readonly cast: BenchCast;
  readonly view: RunView | null;
  readonly switching: StageSwitching;
}

interface SwitchProps {
  readonly icon: IconName;
  readonly word: string;
  /** Room for it. Pixels. */
  readonly room: number;
  /** Its name for screen readers, where the word does not say it all. */
  readonly name: string;
  readonly action: SwitchAction;
  /** How it stands; `undefined`: it only does something. */
  readonly on?: boolean;
  /** Nothing to do here now. */
  readonly idle?: boolean;
}

export function StageSwitches({ geometry, cast, view, switching }: StageSwitchesProps) {
  const t = useTranslations('bench.switches');
  const reasonId = useId();
  const [refused, setRefused] = useState(false);
  const reason = switching.idle === null ? null : t(`idle.${switching.idle}`);
  const up = view?.broker.up ?? true;

  // Not disabled: whoever stands on it with the keyboard must not be thrown off it while the run is made anew.
  const one = ({ icon, word, room, name, action, on, idle = false }: SwitchProps) => {
    const client = 'client' in action ? action.client : '';
    const wide = room >= ROOM_FOR_WORD;
    return (
      <button
        type="button"
        className={styles.switch}
        {...(on === undefined ? {} : { role: 'switch', 'aria-checked': on })}
        aria-label={name}
        aria-disabled={reason !== null || idle || undefined}
        {...(reason === null ? {} : { 'aria-describedby': reasonId })}
        title={reason ?? (idle ? name : t(`does.${action.do}`, { client }))}
        onClick={() => {
          setRefused(reason !== null);
          if (reason === null && !idle) switching.flip(action);
        }}
      >
        <Icon name={icon} />
        {wide && <span>{word}</span>}
      </button>
    );
  };
  const strip = (box: Box, label: string, switches: ReactNode, key?: string) => (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would ask for a legend on the screen.
    <div
      key={key}
      role="group"
      aria-label={label}
      className={styles.strip}
      style={{ left: box.x, top: box.y, width: box.width, height: box.height }}
    >
      {switches}
    </div>
  );
  return (
    <>
      <div className={styles.layer}>
        {cast.clients.map((client, index) => {
          const box = geometry.clients[index]?.switches;
          if (!box) return null;
          const state = view?.clients.find((standing) => standing.client === client.name);
          const all = switchesOf(client);
          const switches = all.map((which) => {
            const on = view === null || isOn(which, client, state, view.at);
            const icon = ICONS[which][on ? 'on' : 'off'];
            const name = t(`name.${which}`, { client: client.name, on: String(on) });
            return {
              which,
              part: one({ icon, word: t(which), room: box.width / all.length, name, action: flipOf(which, on, client.name), on }),
            };
          });
          return strip(
            box,
            t('client', { client: client.name }),
            switches.map(({ which, part }) => (
              <span key={which} className={styles.place}>
                {part}
              </span>
            )),
            client.name,
          );
        })}
        {geometry.brokerSwitches !== null &&
          strip(
            geometry.brokerSwitches,
            t('broker'),
            <>
              <span className={styles.place}>
                {one({
                  icon: up ? 'stop' : 'play',
                  word: up ? t('stop') : t('start'),
                  room: geometry.brokerSwitches.width / 2,
                  name: t(up ? 'does.stopBroker' : 'does.startBroker', { client: '' }),
                  action: { do: up ? 'stopBroker' : 'startBroker' },
                })}
              </span>
              <span className={styles.place}>
                {one({
                  icon: 'kill',
                  word: t('kill'),
                  room: geometry.brokerSwitches.width / 2,
                  name: t('does.killBroker', { client: '' }),
                  action: { do: 'killBroker' },
                  idle: !up,
                })}
              </span>
            </>,
          )}
      </div>
      <p id={reasonId} hidden>
        {reason}
      </p>
      <p role="status" className={styles.reason}>
        {refused && reason}
      </p>
    </>
  );
}
