// The same client in four languages.
import { arduinoProgram } from './arduino.ts';
import { espIdfProgram } from './espIdf.ts';
import { mqttJsProgram } from './mqttJs.ts';
import { pahoPythonProgram } from './pahoPython.ts';
import type { ClientCodeSetting, ClientProgram } from './setting.ts';

export function clientPrograms(setting: ClientCodeSetting): readonly ClientProgram[] {
  return [arduinoProgram(setting), espIdfProgram(setting), pahoPythonProgram(setting), mqttJsProgram(setting)];
}
