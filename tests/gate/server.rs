//! A real sshd on loopback with a configuration and a host key of its own, and clients of it.

use std::ffi::OsStr;
use std::net::{TcpListener, TcpStream};
use std::os::unix::process::ExitStatusExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};

use crate::desk::Desk;
use crate::pty::Run;

/// An sshd that serves one desk, until it is dropped.
pub struct Server {
    process: Child,
    pub port: u16,
    /// The account that is logged in to: our own, the only one that anybody may serve.
    pub account: String,
}

impl Server {
    pub fn new(desk: &Desk) -> Self {
        Self::with(desk, "")
    }

    /// Starts it, with more lines in its configuration. The file of keys is what the program prints at this moment.
    pub fn with(desk: &Desk, more: &str) -> Self {
        let folder = desk.home.path("sshd");
        std::fs::create_dir_all(&folder).unwrap();
        let keys = folder.join("authorized_keys");
        std::fs::write(&keys, desk.says("operator authorized-keys") + "\n").unwrap();
        let host = folder.join("host");
        if !host.exists() {
            let made =
                Command::new("ssh-keygen").args(["-q", "-t", "ed25519", "-N", "", "-f"]).arg(&host).status();
            assert!(made.unwrap().success());
        }
        // What separates privileges needs its empty folder; only root has it made.
        let _ = std::fs::create_dir_all("/run/sshd");
        let port = free_port();
        let config = folder.join(format!("config{port}"));
        let text = format!(
            "Port {port}\nListenAddress 127.0.0.1\nHostKey {}\nPidFile none\nUsePAM no\nStrictModes no\n{}\
             AuthorizedKeysFile {}\nPasswordAuthentication no\nKbdInteractiveAuthentication no\nPermitRootLogin yes\n\
             ExposeAuthInfo yes\nMaxStartups 1000\nMaxSessions 1000\nSubsystem sftp internal-sftp\nLogLevel ERROR\n\
             SetEnv HOME={}\n",
            host.display(),
            more,
            keys.display(),
            // The login shell of the account that runs the tests may read files of its own from there.
            folder.display(),
        );
        std::fs::write(&config, text).unwrap();
        let process = Command::new("/usr/sbin/sshd")
            .args(["-D", "-e", "-f"])
            .arg(&config)
            .stdin(Stdio::null())
            .stderr(std::fs::File::create(folder.join("log")).unwrap())
            .spawn()
            .expect("these tests need /usr/sbin/sshd of openssh-server");
        let server = Self { process, port, account: duban::ops::local_actor().name };
        let end = Instant::now() + Duration::from_secs(20);
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            let log = std::fs::read_to_string(folder.join("log")).unwrap_or_default();
            assert!(Instant::now() < end, "sshd does not start: {log}");
            std::thread::sleep(Duration::from_millis(20));
        }
        server
    }

    /// What every client says first: with which key, and that it asks nobody anything.
    pub fn options(key: &Path) -> Vec<String> {
        let mut words: Vec<String> = ["-F", "none", "-i"].map(str::to_owned).to_vec();
        words.push(key.to_str().unwrap().to_owned());
        for option in [
            "IdentitiesOnly=yes",
            "IdentityAgent=none",
            "BatchMode=yes",
            "StrictHostKeyChecking=no",
            "UserKnownHostsFile=/dev/null",
            "LogLevel=ERROR",
        ] {
            words.extend(["-o".to_owned(), option.to_owned()]);
        }
        words
    }

    /// The account on this host.
    pub fn place(&self) -> String {
        format!("{}@127.0.0.1", self.account)
    }

    /// A client not yet started, with options of its own and a command.
    pub fn client<S: AsRef<OsStr>>(&self, key: &Path, options: &[&str], command: &[S]) -> Command {
        let mut ssh = Command::new("ssh");
        ssh.args(Self::options(key)).arg("-p").arg(self.port.to_string()).args(options).arg(self.place());
        ssh.args(command).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        ssh
    }

    /// What the gate answers, with the exit code.
    pub fn asks(&self, key: &Path, command: &str) -> (i32, String, String) {
        told(&self.client(key, &[], &[command]).output().unwrap())
    }

    /// A session with a terminal, not yet started.
    pub fn session(&self, key: &Path) -> Run {
        let run = Self::options(key).into_iter().fold(Run::new("ssh"), Run::arg);
        run.arg("-tt").arg("-p").arg(self.port.to_string()).arg(self.place())
    }
}

/// Exit code, standard output, standard error.
pub fn told(output: &Output) -> (i32, String, String) {
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).expect("UTF-8");
    let code = output.status.code().unwrap_or_else(|| -output.status.signal().unwrap());
    (code, text(&output.stdout), text(&output.stderr))
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

pub fn free_port() -> u16 {
    TcpListener::bind(("127.0.0.1", 0)).unwrap().local_addr().unwrap().port()
}

/// A place for the program where sshd trusts every folder above it, if there is one.
pub fn trusted_program() -> Option<PathBuf> {
    use std::os::unix::fs::MetadataExt;
    let program = PathBuf::from(crate::support::DUBAN);
    let safe = |path: &Path| std::fs::metadata(path).is_ok_and(|m| m.uid() == 0 && m.mode() & 0o022 == 0);
    program.ancestors().all(safe).then_some(program)
}
