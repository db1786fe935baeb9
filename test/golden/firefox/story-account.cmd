curl https://secure.test:8301/account
