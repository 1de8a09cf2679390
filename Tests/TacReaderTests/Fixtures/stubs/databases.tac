from twisted.application import service
from twisted.enterprise import adbapi
import txmongo
import txredisapi
application = service.Application("databases")  #! name databases
adbapi.ConnectionPool("sqlite3", "/var/lib/app/a.db", check_same_thread=False)  #! file opens /var/lib/app/a.db
adbapi.ConnectionPool("psycopg2", host="db.example.org", database="app")  #! client tcp db.example.org 5432
adbapi.ConnectionPool("MySQLdb", host="db.example.org", port=3307)  #! client tcp db.example.org 3307
txmongo.MongoConnection("mongo.example.org", 27018)  #! client tcp mongo.example.org 27018
txmongo.ConnectionPool("mongodb://user:secret@mongo.example.org/app")  #! client tcp mongo.example.org 27017
txredisapi.lazyConnectionPool(host="redis.example.org")  #! client tcp redis.example.org 6379
txredisapi.UnixConnection("/run/redis.sock")  #! client unix /run/redis.sock
txredisapi.ShardedConnection(["one.example.org:6379", "two.example.org:6380"])  #! client tcp one.example.org 6379 ;; client tcp two.example.org 6380
#! modules stdlib: sqlite3
#! modules third-party: MySQLdb psycopg2 txmongo txredisapi
#! modules twisted: twisted.application.service twisted.enterprise.adbapi
