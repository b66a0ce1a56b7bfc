import { describe, expect, it } from 'vitest';
import { readCommandLine } from '../src/cli/commandLine.js';
import { forBroker, readSettings, readStatement, type Statement } from '../src/cli/configuration.js';

const settingsOf = (text: string) => readSettings(text.split('\n').flatMap((line): Statement[] => [readStatement(line) ?? []].flat()));

describe('the options of the program', () => {
  it('hands ports and verbosity on, in their order', () => {
    expect(readCommandLine(['-v', '-c', 'a.conf', '-p', '1884', '--port', '1885'])).toEqual({
      kind: 'run',
      commandLine: { configPath: 'a.conf', background: false, passedOn: ['-v', '-p', '1884', '-p', '1885'] },
    });
  });

  it('runs without any option', () => {
    expect(readCommandLine([])).toEqual({ kind: 'run', commandLine: { configPath: null, background: false, passedOn: [] } });
  });

  it.each([
    [['-c'], 'no config file', false],
    [['-p'], 'no port', false],
    [['--what'], "Unknown option '--what'", true],
    [[''], "Unknown option ''", true],
  ])('refuses %j', (words, problem, showUsage) => {
    expect(readCommandLine(words)).toEqual({ kind: 'refused', problem: expect.stringContaining(problem), showUsage });
  });

  it('lets the first word that matters decide', () => {
    expect(readCommandLine(['-h', '--what']).kind).toBe('help');
    expect(readCommandLine(['--what', '-h']).kind).toBe('refused');
  });
});

describe('a line of the configuration', () => {
  it('is a key and the rest', () => {
    expect(readStatement('  log_timestamp_format %Y %m \r')).toEqual({ key: 'log_timestamp_format', value: '%Y %m' });
    expect(readStatement('listener')).toEqual({ key: 'listener', value: '' });
  });

  it('is a comment only when it begins with #', () => {
    expect(readStatement('# listener 1883')).toBeNull();
    expect(readStatement(' # listener 1883')).toEqual({ key: '#', value: 'listener 1883' });
    expect(readStatement('')).toBeNull();
    expect(readStatement('\r')).toBeNull();
  });
});

describe('what the host learns from a configuration', () => {
  it('finds the files it names', () => {
    const settings = settingsOf('password_file my users\nacl_file /etc/acl\ninclude_dir conf.d\npid_file run.pid\npassword_file');
    expect(settings.namedFiles).toEqual(['my users', '/etc/acl']);
    expect(settings.includeDirs).toEqual(['conf.d']);
    expect(settings.pidFile).toBe('run.pid');
  });

  it.each([
    ['persistence true', 'mosquitto.db'],
    ['persistence 1\npersistence_file a.db', 'a.db'],
    ['persistence true\npersistence_location data/', 'data/mosquitto.db'],
    ['persistence true\npersistence_location /var/lib\npersistence_file b.db', '/var/lib/b.db'],
    ['persistence_file a.db', null],
    ['persistence true\npersistence false', null],
  ])('knows where %j keeps its sessions', (text, expected) => {
    expect(settingsOf(text).persistenceFile).toBe(expected);
  });

  it('logs to stderr with seconds unless told otherwise', () => {
    expect(settingsOf('').log).toEqual({
      stderr: true,
      stdout: false,
      file: null,
      unsupported: [],
      timestamp: true,
      timestampFormat: null,
    });
    expect(settingsOf('log_dest file a b.log\nlog_dest stdout\nlog_timestamp false').log).toMatchObject({
      stderr: false,
      stdout: true,
      file: 'a b.log',
      timestamp: false,
    });
    expect(settingsOf('log_dest none').log).toMatchObject({ stderr: false, stdout: false, file: null });
    expect(settingsOf('log_dest syslog').log.unsupported).toEqual(['syslog']);
  });

  it('tells a configuration that serves this machine only', () => {
    expect(settingsOf('allow_anonymous true').localOnly).toBe(true);
    for (const text of ['listener 1883', 'port 1883', 'bind_address 10.0.0.1']) expect(settingsOf(text).localOnly).toBe(false);
  });

  it('keeps what belongs to a listener with it', () => {
    const { listeners, tcpNoDelay } = settingsOf(
      'bind_interface lo\nlistener 1884\nhttp_dir www\nlistener 1885 ::1\nset_tcp_nodelay false\nsocket_domain ipv6',
    );
    expect(listeners).toEqual([
      { port: 1884, bindInterface: null, family: null, httpDir: 'www' },
      { port: 1885, bindInterface: null, family: 6, httpDir: null },
      { port: 1883, bindInterface: 'lo', family: null, httpDir: null },
    ]);
    expect(tcpNoDelay).toBe(false);
  });
});

describe('the text for the broker', () => {
  it('leaves out what only the host can do, line for line', () => {
    const text = 'listener 1883\npid_file a.pid\nlog_dest file a.log\nlog_dest topic\nbind_interface eth0\nlog_dest syslog\n# done';
    expect(forBroker(text)).toBe(
      'listener 1883\n# pid_file a.pid\nlog_dest stderr\nlog_dest topic\n# bind_interface eth0\nlog_dest stderr\n# done',
    );
  });

  it('keeps what the broker must refuse', () => {
    for (const line of ['pid_file', 'bind_interface ', 'log_dest nowhere', 'log_dest file', 'nonsense 1'])
      expect(forBroker(line)).toBe(line);
  });
});
