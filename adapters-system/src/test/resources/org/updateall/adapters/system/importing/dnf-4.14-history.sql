PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE trans (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        dt_begin INTEGER NOT NULL,      /* (unix timestamp) date and time of transaction begin */
        dt_end INTEGER,                 /* (unix timestamp) date and time of transaction end */
        rpmdb_version_begin TEXT,
        rpmdb_version_end TEXT,
        releasever TEXT NOT NULL,       /* var: $releasever */
        user_id INTEGER NOT NULL,       /* user ID (UID) */
        cmdline TEXT,                   /* recorded command line (program, options, arguments) */
        state INTEGER NOT NULL          /* (enum) */
    , comment TEXT DEFAULT '');
INSERT INTO trans VALUES(1,1795940921,1795940926,'','','1',-1,'-y upgrade',1,'');
INSERT INTO trans VALUES(2,1795940926,1795940930,'','','1',-1,'-y upgrade',1,'');
INSERT INTO trans VALUES(3,1795940931,1795940931,'','','1',-1,'-y upgrade',2,'');
INSERT INTO trans VALUES(4,1795940931,1795940933,'','','1',-1,'-y upgrade',1,'');
INSERT INTO trans VALUES(5,1795940933,1795940936,'','','1',-1,'-y upgrade',1,'');
INSERT INTO trans VALUES(6,1795940936,1795940936,'','','1',-1,'-y upgrade',1,'');
INSERT INTO trans VALUES(7,1795940936,1795940936,'','','1',-1,'-y upgrade',1,'');
INSERT INTO trans VALUES(8,1795940967,1795940969,'','','1',-1,'-y upgrade',1,'');
INSERT INTO trans VALUES(9,1795940988,0,'','','',-1,'-y upgrade',0,'');
CREATE TABLE repo (
        id INTEGER PRIMARY KEY,
        repoid TEXT NOT NULL            /* repository ID aka 'repoid' */
    );
INSERT INTO repo VALUES(1,'r1');
INSERT INTO repo VALUES(2,'r2');
INSERT INTO repo VALUES(3,'@System');
INSERT INTO repo VALUES(4,'r3');
CREATE TABLE console_output (
        id INTEGER PRIMARY KEY,
        trans_id INTEGER REFERENCES trans(id),
        file_descriptor INTEGER NOT NULL,       /* stdout: 1, stderr : 2 */
        line TEXT NOT NULL
    );
CREATE TABLE item (
        id INTEGER PRIMARY KEY,
        item_type INTEGER NOT NULL              /* (enum) 1: rpm, 2: group, 3: env ...*/
    );
INSERT INTO item VALUES(1,0);
INSERT INTO item VALUES(2,0);
INSERT INTO item VALUES(3,0);
INSERT INTO item VALUES(4,0);
INSERT INTO item VALUES(5,0);
INSERT INTO item VALUES(6,0);
CREATE TABLE trans_item (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        trans_id INTEGER REFERENCES trans(id),
        item_id INTEGER REFERENCES item(id),
        repo_id INTEGER REFERENCES repo(id),
        action INTEGER NOT NULL,                                /* (enum) */
        reason INTEGER NOT NULL,                                /* (enum) */
        state INTEGER NOT NULL                                  /* (enum) */
    );
INSERT INTO trans_item VALUES(1,1,1,1,1,2,1);
INSERT INTO trans_item VALUES(2,1,2,1,1,2,1);
INSERT INTO trans_item VALUES(3,2,3,2,6,2,1);
INSERT INTO trans_item VALUES(4,2,1,3,7,2,1);
INSERT INTO trans_item VALUES(5,2,4,2,6,2,1);
INSERT INTO trans_item VALUES(6,2,2,3,7,2,1);
INSERT INTO trans_item VALUES(7,3,5,2,1,2,2);
INSERT INTO trans_item VALUES(8,4,3,2,9,2,1);
INSERT INTO trans_item VALUES(9,4,3,3,10,2,1);
INSERT INTO trans_item VALUES(10,5,1,2,2,2,1);
INSERT INTO trans_item VALUES(11,5,3,3,3,2,1);
INSERT INTO trans_item VALUES(12,6,6,4,1,2,1);
INSERT INTO trans_item VALUES(13,6,4,3,5,2,1);
INSERT INTO trans_item VALUES(14,7,1,3,8,2,1);
INSERT INTO trans_item VALUES(15,8,1,1,1,2,1);
INSERT INTO trans_item VALUES(16,9,3,1,6,2,0);
INSERT INTO trans_item VALUES(17,9,1,3,7,2,0);
CREATE TABLE item_replaced_by (              /* M:N relationship between transaction items */
        trans_item_id INTEGER REFERENCES trans_item(id),
        by_trans_item_id INTEGER REFERENCES trans_item(id),
        PRIMARY KEY (trans_item_id, by_trans_item_id)
    );
INSERT INTO item_replaced_by VALUES(4,3);
INSERT INTO item_replaced_by VALUES(6,5);
INSERT INTO item_replaced_by VALUES(9,8);
INSERT INTO item_replaced_by VALUES(11,10);
INSERT INTO item_replaced_by VALUES(13,12);
INSERT INTO item_replaced_by VALUES(17,16);
CREATE TABLE trans_with (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        trans_id INTEGER REFERENCES trans(id),
        item_id INTEGER REFERENCES item(id),
        CONSTRAINT trans_with_unique_trans_item UNIQUE (trans_id, item_id)
    );
CREATE TABLE rpm (
        item_id INTEGER UNIQUE NOT NULL,
        name TEXT NOT NULL,
        epoch INTEGER NOT NULL,                 /* empty epoch is stored as 0 */
        version TEXT NOT NULL,
        release TEXT NOT NULL,
        arch TEXT NOT NULL,
        FOREIGN KEY(item_id) REFERENCES item(id),
        CONSTRAINT rpm_unique_nevra UNIQUE (name, epoch, version, release, arch)
    );
INSERT INTO rpm VALUES(1,'amber',0,'1.0','1','noarch');
INSERT INTO rpm VALUES(2,'birch',0,'1.0','1','noarch');
INSERT INTO rpm VALUES(3,'amber',0,'2.0','1','noarch');
INSERT INTO rpm VALUES(4,'birch',0,'2.0','1','noarch');
INSERT INTO rpm VALUES(5,'failing',0,'1.0','1','noarch');
INSERT INTO rpm VALUES(6,'cedar',0,'1.0','1','noarch');
CREATE TABLE comps_group (
        item_id INTEGER UNIQUE NOT NULL,
        groupid TEXT NOT NULL,
        name TEXT NOT NULL,
        translated_name TEXT NOT NULL,
        pkg_types INTEGER NOT NULL,
        FOREIGN KEY(item_id) REFERENCES item(id)
    );
CREATE TABLE comps_group_package (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        group_id INTEGER NOT NULL,
        name TEXT NOT NULL,
        installed INTEGER NOT NULL,
        pkg_type INTEGER NOT NULL,
        FOREIGN KEY(group_id) REFERENCES comps_group(item_id),
        CONSTRAINT comps_group_package_unique_name UNIQUE (group_id, name)
    );
CREATE TABLE comps_environment (
        item_id INTEGER UNIQUE NOT NULL,
        environmentid TEXT NOT NULL,
        name TEXT NOT NULL,
        translated_name TEXT NOT NULL,
        pkg_types INTEGER NOT NULL,
        FOREIGN KEY(item_id) REFERENCES item(id)
    );
CREATE TABLE comps_environment_group (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        environment_id INTEGER NOT NULL,
        groupid TEXT NOT NULL,
        installed INTEGER NOT NULL,
        group_type INTEGER NOT NULL,
        FOREIGN KEY(environment_id) REFERENCES comps_environment(item_id),
        CONSTRAINT comps_environment_group_unique_groupid UNIQUE (environment_id, groupid)
    );
CREATE TABLE config (
        key TEXT PRIMARY KEY,
        value TEXT NOT NULL
    );
INSERT INTO config VALUES('version','1.2');
DELETE FROM sqlite_sequence;
INSERT INTO sqlite_sequence VALUES('trans',9);
INSERT INTO sqlite_sequence VALUES('trans_item',17);
CREATE INDEX rpm_name ON rpm(name);
CREATE INDEX trans_item_trans_id ON trans_item(trans_id);
CREATE INDEX trans_item_item_id ON trans_item(item_id);
COMMIT;
