from txmongo.connection import (
    ConnectionPool, MongoConnection, MongoConnectionPool, lazyMongoConnection, lazyMongoConnectionPool)
