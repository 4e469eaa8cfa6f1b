PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE history (
	id text primary key,
	timestamp integer not null,
	duration integer not null,
	exit integer not null,
	command text not null,
	cwd text not null,
	session text not null,
	hostname text not null, deleted_at integer,

	unique(timestamp, cwd, command)
);
INSERT INTO history VALUES('01a226707ef47fb29a5940c5d5989417',1795941236468334530,2023898892,0,'sudo apt upgrade -y','/home/ann','01a226707ef47fb29a5940c5d5989400','yewhouse:ann',NULL);
INSERT INTO history VALUES('01a2267086eb79a391759a70f31aa86b',1795941238507360977,121513809,0,'ls','/home/ann','01a226707ef47fb29a5940c5d5989400','yewhouse:ann',NULL);
INSERT INTO history VALUES('01a226708775716098c5e8df32e08883',1795941238645377018,1024145685,1,'dnf upgrade','/home/ann','01a226707ef47fb29a5940c5d5989400','yewhouse:ann',NULL);
INSERT INTO history VALUES('01a226708b887fb1a75abc7aacb4f6b7',1795941239688210605,1525316287,0,'apt update && apt full-upgrade','/home/ann','01a226707ef47fb29a5940c5d5989400','yewhouse:ann',NULL);
INSERT INTO history VALUES('01a22670918d7e12977e3abfabd51835',1795941241229439550,1025667897,0,'apt install amber','/home/ann','01a226707ef47fb29a5940c5d5989400','yewhouse:ann',NULL);
INSERT INTO history VALUES('01a22670959f70c28e6904c346b901ad',1795941242271957014,-1,-1,'pacman -Syu','/home/ann','01a226707ef47fb29a5940c5d5989400','yewhouse:ann',NULL);
INSERT INTO history VALUES('01a2267095b37f03ae69711353145ecd',1795941242291161402,1224059342,130,'zypper dup','/home/ann','01a226707ef47fb29a5940c5d5989400','yewhouse:ann',NULL);
CREATE INDEX idx_history_timestamp on history(timestamp);
CREATE INDEX idx_history_command on history(command);
CREATE INDEX idx_history_command_timestamp on history(
	command,
	timestamp
);
COMMIT;
