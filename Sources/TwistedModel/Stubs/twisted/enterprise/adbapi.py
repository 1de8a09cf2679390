"""A pool of connections to a database, whose driver is a module named by text."""
import sqlite3

from effects import calls, connects, module, opens


class ConnectionPool:
    __state__ = {"dbapiName": "dbapiName", "connargs": "connargs", "connkw": "connkw"}

    def __init__(self, dbapiName, *connargs, **connkw):
        module(dbapiName)
        if "sqlite" in dbapiName:
            sqlite3.connect(connkw.get("database", connargs[0] if connargs else None), uri=connkw.get("uri", False))
        elif "host" in connkw:
            connects(None, "tcp", connkw["host"], connkw.get("port", _ports.get(dbapiName)))
        calls(connkw.get("cp_openfun"))

    def runInteraction(self, interaction, *args, **kw):
        calls(interaction, self, *args, **kw)

    def runWithConnection(self, func, *args, **kw):
        calls(func, self, *args, **kw)


_ports = {"psycopg2": 5432, "psycopg2ct": 5432, "pyPgSQL.PgSQL": 5432, "pg8000": 5432, "pgdb": 5432, "MySQLdb": 3306,
          "pymysql": 3306, "mysql.connector": 3306, "cymysql": 3306, "pymssql": 1433, "cx_Oracle": 1521}
