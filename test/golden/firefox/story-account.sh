curl -L http://secure.test:8301/account
